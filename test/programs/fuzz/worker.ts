/** The thread that fuzzes one target: it says where it is, so that a hang can be named. */
import { parentPort, workerData } from 'node:worker_threads';
import { inputSeed, Random } from './random.ts';
import type { OpenTarget } from './target.ts';

export interface WorkerInput {
  target: string;
  seed: number;
  from: number;
  to: number;
  /** [index of the input being run + 1, milliseconds since `epoch` at its start]. */
  place: Int32Array;
  epoch: number;
  slowMs: number;
}

export type FromWorker =
  | { kind: 'finding'; index: number; message: string }
  | { kind: 'done'; inputs: number };

const { target, seed, from, to, place, epoch, slowMs } = workerData as WorkerInput;
const { open } = (await import(`./targets/${target}.ts`)) as { open: OpenTarget };
const tell = (message: FromWorker) => parentPort?.postMessage(message);

const subject = await open();
let inputs = 0;
for (let index = from; index < to && Atomics.load(place, 2) === 0; index++) {
  const started = Date.now();
  Atomics.store(place, 1, started - epoch);
  Atomics.store(place, 0, index + 1);
  try {
    // Awaited only where there is something to wait for: a turn of the loop costs more than most inputs.
    const running = subject.run(new Random(inputSeed(seed, target, index)));
    if (running instanceof Promise) await running;
    const ms = Date.now() - started;
    if (ms > slowMs) tell({ kind: 'finding', index, message: `took ${ms} ms` });
  } catch (error) {
    tell({
      kind: 'finding',
      index,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  inputs++;
}
Atomics.store(place, 0, 0);
await subject.close?.();
tell({ kind: 'done', inputs });
