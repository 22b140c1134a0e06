/** The thread that holds the ONNX session. Takes one batch at a time from `in-thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ThreadOptions, ToThread } from './in-thread.ts';

if (parentPort === null) throw new Error('session-thread runs as a worker thread only');
const port = parentPort;
const answer = (message: FromThread, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

const options = workerData as ThreadOptions;
const backend = await (options.runtime === 'onnx'
  ? (await import('./onnx.ts')).openOnnx(options)
  : (await import('./wasm.ts')).openWasm(options));

port.on('message', async (message: ToThread) => {
  if (message === 'close') {
    await backend.close();
    port.close();
    return;
  }
  try {
    const vectors = await backend.embed(message.batch);
    answer({ vectors }, [vectors.buffer as ArrayBuffer]);
  } catch (error) {
    answer({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

const { name, precision, dims, fingerprint, limits } = backend;
answer({ opened: { name, precision, dims, fingerprint, limits } });
