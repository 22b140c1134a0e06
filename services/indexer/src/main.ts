/** Starts the worker: watches the folder of books, and does the jobs that the library has for it. */
import { onShutdown, runMain } from '@libtrails/common/lifecycle';
import { createLogger } from '@libtrails/common/log';
import { runGrouping } from './grouping/run.ts';
import { readSettings } from './settings.ts';
import { extractTopics } from './topics/extract.ts';
import { startWorker } from './worker/worker.ts';

runMain(async () => {
  const settings = readSettings();
  const log = createLogger('indexer', settings.logLevel);
  const worker = await startWorker(settings, { extractTopics, group: runGrouping }, log);
  onShutdown(log, () => worker.stop());
});
