/** What a reader is told about an id that leads nowhere. */
import { LibTrailsError } from '@libtrails/common/errors';

export function notFound(what: string, id: number): LibTrailsError {
  return new LibTrailsError('not_found', `There is no ${what} ${id} (any more)`);
}
