/** Starts the retrieval service. */
import { onShutdown, runMain } from '@libtrails/common/lifecycle';
import { createLogger } from '@libtrails/common/log';
import { newTokenNotice } from './access/new-token-notice.ts';
import { startRetrieval } from './service.ts';
import { readSettings } from './settings.ts';

runMain(async () => {
  const settings = readSettings();
  const log = createLogger('retrieval', settings.logLevel);
  const service = await startRetrieval(settings, log);
  if (service.newToken !== undefined) console.log(newTokenNotice(service.newToken));
  onShutdown(log, () => service.stop());
});
