/**
 * Runs a backend on its own thread. The native `session.run` blocks its thread while it computes, 200 ms for a full
 * window. Meanwhile this thread accepts calls, answers from the cache and drops cancelled work, so a query is ready and
 * first in the queue when the run ends. Costs 15 MB.
 */
import { once } from 'node:events';
import { extname } from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Precision } from '@libtrails/models/manifest';
import type { Backend, TokenizedText } from './backend.ts';

export interface ThreadOptions {
  runtime: 'onnx' | 'wasm';
  weights: string;
  precision: Precision;
  threads: number;
}

export type ToThread = 'close' | { batch: readonly TokenizedText[] };
export type FromThread =
  | { opened: Pick<Backend, 'name' | 'precision' | 'dims' | 'fingerprint' | 'limits'> }
  | { vectors: Float32Array }
  | { failure: string };

/** The thread's young generation; vectors are its only garbage. */
const YOUNG_GENERATION_MB = 2;

/** Resolves when the model is loaded; rejects with the runtime's error if it does not load. */
export async function openInThread(options: ThreadOptions): Promise<Backend> {
  // The same extension as this file's: the sources run as they are, and compiled.
  const worker = new Worker(new URL(`./session-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: options,
    // What the thread sets for the native runtime must reach it.
    env: SHARE_ENV,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  // Rejects on 'error'. Later errors have no listener: a thread that dies ends the process, and its supervisor
  // restarts it.
  const [first] = (await once(worker, 'message')) as [FromThread];
  if (!('opened' in first)) throw new Error('The session thread answered before it was asked');
  const nextAnswer = () => new Promise<FromThread>((resolve) => worker.once('message', resolve));
  return {
    ...first.opened,
    async embed(batch) {
      worker.postMessage({ batch } satisfies ToThread);
      const answer = await nextAnswer();
      if ('vectors' in answer) return answer.vectors;
      throw new Error('failure' in answer ? answer.failure : 'The session thread answered out of turn');
    },
    async close() {
      const exited = once(worker, 'exit');
      worker.postMessage('close' satisfies ToThread);
      await exited;
    },
  };
}
