/**
 * The process that does one task and ends, so that the worker stays small and outlives a book that is too much
 * for this machine. It takes the task as a message and answers with messages.
 */
import { constants, setPriority } from 'node:os';
import { toLibTrailsError } from '@libtrails/common/errors';
import { createLogger } from '@libtrails/common/log';
import { chosenNamer } from '../llm/chosen-namer.ts';
import type { TopicExtractor } from '../pipeline/finish-book.ts';
import { connectServices } from '../run/connect.ts';
import type { Grouper } from '../run/regroup.ts';
import { readSettings } from '../settings.ts';
import { doTask } from './do-task.ts';
import type { FromTask, Task } from './task.ts';

/** The embedding service may be updated or restarted in the midst of a book. */
const PATIENCE_MS = 600_000;

// Each task needs one of the two, and the language data of the first is large.
const extractTopics: TopicExtractor = async (...book) =>
  (await import('../topics/extract.ts')).extractTopics(...book);
const settings = readSettings();
const stopping = new AbortController();
const log = createLogger('indexer', settings.logLevel);
const nameThemes = chosenNamer(settings, stopping.signal, (line) => log.info(line));
const group: Grouper = async (input) =>
  (await import('../grouping/run.ts')).runGrouping({ ...input, nameThemes });

process.on('SIGTERM', () => stopping.abort());
// Ctrl-C reaches the whole group; the worker decides what it means.
process.on('SIGINT', () => {});
// Without its worker the result has no receiver.
process.on('disconnect', () => process.exit(1));
process.once('message', (task: Task) => void run(task));

function tell(message: FromTask): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

async function run(task: Task): Promise<void> {
  // Readers come first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const { signal } = stopping;
  try {
    const connection = await connectServices(
      { ...settings, worker: task.worker, patienceMs: PATIENCE_MS },
      signal,
    );
    try {
      const booksAtOnce = task.oneByOne ? 1 : connection.booksAtOnce;
      const tools = { ...connection, booksAtOnce, extractTopics, group, signal };
      const result = await doTask(task, tools, (source) => void tell({ kind: 'begins', source }));
      await tell({ kind: 'done', result });
    } finally {
      connection.close();
    }
  } catch (error) {
    const { code, message, cause } = toLibTrailsError(error);
    if (code === 'internal' && !signal.aborted) console.error(cause ?? error);
    await tell({ kind: 'error', code, message });
  }
  process.exit();
}
