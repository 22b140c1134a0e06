/** Shutdown of a service: SIGTERM and SIGINT drain; a second signal or an unhandled error ends it at once. */
import { ConfigError } from './config.ts';
import type { Logger } from './log.ts';

/** How long open calls may take after SIGTERM. Compose gives ten seconds before SIGKILL. */
export const DRAIN_GRACE_MS = 5_000;

/** Runs `stop` once on the first signal, then exits with 0. */
export function onShutdown(log: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const end = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** Files and folders that a service makes are for its own user: a library says what its owner reads. */
export function makePrivateFiles(): void {
  process.umask(0o077);
}

/** Runs a service's `main`; a failed start is one clear line on stderr and exit code 1. */
export function runMain(main: () => Promise<void>): void {
  makePrivateFiles();
  main().catch((error: unknown) => {
    if (error instanceof ConfigError) console.error(error.message);
    else console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  });
}
