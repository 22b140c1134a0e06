/** Starts the process that does a task, and waits for its end. */
import { fork } from 'node:child_process';
import { type ErrorCode, LibTrailsError } from '@libtrails/common/errors';
import type { Source } from '../ingest-client.ts';
import type { FromTask, Task, TaskResult } from './task.ts';

/** How long the process may take to stop before it is killed, in milliseconds. */
const STOP_MS = 3_000;

/** The process ended without a word: out of memory, most likely. */
export class TaskCrash extends Error {
  /** The file it was at. */
  readonly source: Source | undefined;

  constructor(how: string, source: Source | undefined) {
    super(`The process ended unexpectedly (${how})`);
    this.name = 'TaskCrash';
    this.source = source;
  }
}

export type TaskRunner = (task: Task, signal: AbortSignal) => Promise<TaskResult>;

/**
 * @throws LibTrailsError what the task failed with; TaskCrash
 */
export const runTaskProcess: TaskRunner = (task, signal) =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./task-process.ts', import.meta.url));
    let at: Source | undefined;
    let answer: FromTask | undefined;
    let kill: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill('SIGTERM');
      kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    child.on('message', (message: FromTask) => {
      if (message.kind === 'begins') at = message.source;
      else answer = message;
    });
    child.on('error', reject);
    let ended: string | undefined;
    // Its last message may arrive after its end: both the end and the end of the channel are waited for.
    const settle = () => {
      if (ended === undefined || child.connected) return;
      clearTimeout(kill);
      signal.removeEventListener('abort', stop);
      if (answer?.kind === 'done') resolve(answer.result);
      else if (answer?.kind === 'error') reject(new LibTrailsError(answer.code as ErrorCode, answer.message));
      else if (signal.aborted) reject(new LibTrailsError('cancelled', 'The indexer is stopping'));
      else reject(new TaskCrash(ended, at));
    };
    child.on('exit', (code, by) => {
      ended = by ?? `exit code ${code}`;
      settle();
    });
    child.on('disconnect', settle);
    child.send(task, (error) => error && child.kill('SIGKILL'));
  });
