/** Error message for an unknown id. */
import { LibTrailsError } from '@libtrails/common/errors';

export function notFound(what: string, id: number): LibTrailsError {
  return new LibTrailsError('not_found', `There is no ${what} ${id} (any more)`);
}
