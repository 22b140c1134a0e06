/** Starts the embedding service. */
import { onShutdown, runMain } from '@libtrails/common/lifecycle';
import { createLogger } from '@libtrails/common/log';
import { startEmbeddingService } from './service.ts';
import { readSettings } from './settings.ts';

runMain(async () => {
  const settings = readSettings();
  const log = createLogger('embedding', settings.logLevel);
  const service = await startEmbeddingService(settings, log);
  onShutdown(log, () => service.stop());
  await service.ready;
});
