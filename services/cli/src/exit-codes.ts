/** Exit codes, for scripts; README.md lists them too. */
import { ConfigError } from '@libtrails/common/config';
import { type ErrorCode, toLibTrailsError } from '@libtrails/common/errors';

export const EXIT = {
  /** Done; `check` found nothing wrong. */
  done: 0,
  /** It failed, and the message says why. */
  failed: 1,
  /** Arguments or settings that can't be used, or something named that is not there. */
  usage: 2,
  /** Not now: a service does not answer or must be stopped first, or the caller may not do this. */
  notNow: 3,
  /** The library, or the file named, is damaged. */
  damaged: 4,
  /** Stopped by Ctrl-C or SIGTERM. */
  stopped: 130,
} as const;

const BY_CODE: Partial<Record<ErrorCode, number>> = {
  invalid_argument: EXIT.usage,
  not_found: EXIT.usage,
  already_exists: EXIT.usage,
  unavailable: EXIT.notNow,
  deadline_exceeded: EXIT.notNow,
  permission_denied: EXIT.notNow,
  unauthenticated: EXIT.notNow,
  resource_exhausted: EXIT.notNow,
  rate_limited: EXIT.notNow,
  failed_precondition: EXIT.notNow,
  data_loss: EXIT.damaged,
  cancelled: EXIT.stopped,
};

/** Invalid arguments that only the command itself can detect. */
export class UsageError extends Error {}

export function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigError || error instanceof UsageError) return EXIT.usage;
  return BY_CODE[toLibTrailsError(error).code] ?? EXIT.failed;
}
