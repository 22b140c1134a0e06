/** Starts the worker: watches the folder of books, and does the jobs that the library has for it. */
import { onShutdown, runMain } from '@libtrails/common/lifecycle';
import { createLogger } from '@libtrails/common/log';
import { readSettings } from './settings.ts';
import { runTaskProcess } from './worker/run-task.ts';
import { startWorker } from './worker/worker.ts';

runMain(async () => {
  const settings = readSettings();
  const log = createLogger('indexer', settings.logLevel);
  const worker = await startWorker(settings, runTaskProcess, log);
  onShutdown(log, () => worker.stop());
});
