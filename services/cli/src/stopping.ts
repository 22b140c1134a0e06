/** Ctrl-C and SIGTERM: the first asks the command to stop, the second ends it at once. */
import { LibTrailsError } from '@libtrails/common/errors';
import { EXIT } from './exit-codes.ts';

/** A signal that aborts with `message`. What is in the library stays whole either way. */
export function stoppingSignal(message: string): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(EXIT.stopped);
      stopping.abort(new LibTrailsError('cancelled', message));
    });
  }
  return stopping.signal;
}
