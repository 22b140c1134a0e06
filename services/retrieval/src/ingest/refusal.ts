/** How a caller's mistake is named. */
import { LibTrailsError } from '@libtrails/common/errors';

export function wrong(message: string): LibTrailsError {
  return new LibTrailsError('invalid_argument', message);
}

/** True, and known to the compiler, if `value` is one of the values a field may have. */
export function isOneOf<T extends string>(values: readonly T[], value: string): value is T {
  return (values as readonly string[]).includes(value);
}
