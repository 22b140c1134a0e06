/** Pages of long lists: how many rows, and where the next page begins. */
import { LibTrailsError } from '@libtrails/common/errors';

/** @throws LibTrailsError invalid_argument beyond 1..max; 0 means the default */
export function pageLimit(limit: number, byDefault: number, max: number): number {
  if (limit === 0) return byDefault;
  if (!Number.isInteger(limit) || limit < 1 || limit > max) {
    throw new LibTrailsError('invalid_argument', `limit is ${limit}; it must be 1 to ${max}`);
  }
  return limit;
}

/** Place of a list's row: the values it is sorted by, last the id. */
export type Place = readonly (string | number)[];

/** An opaque cursor to the rows after `place` in the list named `list`. */
export function toCursor(list: string, place: Place): string {
  return Buffer.from(JSON.stringify([list, ...place])).toString('base64url');
}

/**
 * The place a cursor names; `first` if it is empty.
 * @throws LibTrailsError invalid_argument if the cursor is not one of this list
 */
export function fromCursor(list: string, cursor: string, first: Place): Place {
  if (cursor === '') return first;
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    values = undefined;
  }
  const matches =
    Array.isArray(values) &&
    values.length === first.length + 1 &&
    values[0] === list &&
    first.every((value, i) => typeof values[i + 1] === typeof value);
  if (!matches) {
    throw new LibTrailsError(
      'invalid_argument',
      'The cursor is not one that this list gave out; begin again without a cursor',
    );
  }
  return (values as Place).slice(1);
}
