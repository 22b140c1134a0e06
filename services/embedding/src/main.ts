/** Starts the embedding service. */
import { onShutdown, runMain } from '@libtrails/common/lifecycle';
import { createLogger } from '@libtrails/common/log';
import { NoBackendError } from './backends/choose.ts';
import { startEmbeddingService } from './service.ts';
import { readSettings } from './settings.ts';

runMain(async () => {
  const settings = readSettings();
  const log = createLogger('embedding', settings.logLevel);
  const service = await startEmbeddingService(settings, log);
  onShutdown(log, () => service.stop());
  await service.ready.catch((error: unknown) => {
    if (!(error instanceof NoBackendError)) throw error;
    // The message says what to do; a stack trace would only hide it.
    console.error(error.message);
    process.exit(1);
  });
});
