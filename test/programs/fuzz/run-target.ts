/** Fuzzes one target in a thread of its own, and goes on after a hang or a crash of it. */
import { Worker } from 'node:worker_threads';
import type { TargetInfo } from './target.ts';
import type { FromWorker, WorkerInput } from './worker.ts';

export interface Finding {
  index: number;
  message: string;
}

export interface TargetResult {
  target: TargetInfo;
  inputs: number;
  seconds: number;
  findings: Finding[];
}

export interface FuzzOptions {
  seed: number;
  /** The first input, and how many. */
  from: number;
  inputs: number;
  /** Ends earlier after so many seconds. */
  seconds: number;
}

/** No input for so long: it hangs. Over the slow limit, since a busy machine is no hang. */
const HANG_FACTOR = 4;
const LOOK_MS = 500;
/** A target that fails at everything need not be asked a million times. */
const MAX_FINDINGS = 20;
/** An input that eats memory ends the thread, not the machine. */
const HEAP_MIB = 512;

export async function runTarget(target: TargetInfo, options: FuzzOptions): Promise<TargetResult> {
  const started = performance.now();
  const findings: Finding[] = [];
  const to = options.from + options.inputs;
  let from = options.from;
  let inputs = 0;
  const left = () => options.seconds - (performance.now() - started) / 1_000;
  while (from < to && left() > 0 && findings.length < MAX_FINDINGS) {
    const part = await runThread(target, options.seed, from, to, left(), findings);
    inputs += part.next - from;
    from = part.next;
  }
  return { target, inputs, seconds: (performance.now() - started) / 1_000, findings };
}

/** Runs until the end, the time limit, or the first input that ends the thread; `next` is where to go on. */
function runThread(
  target: TargetInfo,
  seed: number,
  from: number,
  to: number,
  seconds: number,
  findings: Finding[],
): Promise<{ next: number }> {
  return new Promise((resolve) => {
    const place = new Int32Array(new SharedArrayBuffer(12));
    const epoch = Date.now();
    const workerData: WorkerInput = {
      target: target.name,
      seed,
      from,
      to,
      place,
      epoch,
      slowMs: target.slowMs,
    };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    let next = from;
    let ended = false;
    const end = (at: number) => {
      if (ended) return;
      ended = true;
      clearInterval(watch);
      clearTimeout(timeUp);
      void worker.terminate().then(() => resolve({ next: at }));
    };
    const lost = (message: string) => {
      const index = Atomics.load(place, 0) - 1;
      findings.push({ index, message });
      end(Math.max(index, from) + 1);
    };
    const timeUp = setTimeout(() => Atomics.store(place, 2, 1), seconds * 1_000);
    const watch = setInterval(() => {
      const runningFor = Date.now() - epoch - Atomics.load(place, 1);
      if (Atomics.load(place, 0) > 0 && runningFor > target.slowMs * HANG_FACTOR) {
        lost(`hangs: no end after ${runningFor} ms`);
      }
    }, LOOK_MS);
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'done') {
        next = from + message.inputs;
        end(next);
        return;
      }
      findings.push({ index: message.index, message: message.message });
      if (findings.length >= MAX_FINDINGS) end(message.index + 1);
    });
    worker.on('error', (error) => lost(`ended the thread: ${error.stack ?? error.message}`));
  });
}
