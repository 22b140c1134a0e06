/** Validation of requests: any failure becomes one `invalid_argument` that names every wrong field. */
import { LibTrailsError } from '@libtrails/common/errors';
import { z } from 'zod';

/** @throws LibTrailsError invalid_argument, such as "limit: must be 1 to 100 (got "500")" */
export function parseRequest<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const given = valueAt(input, issue.path);
    const shown =
      typeof given === 'string' || typeof given === 'number' ? ` (got "${shorten(String(given))}")` : '';
    return `${issue.path.join('.') || 'request'}: ${issue.message}${shown}`;
  });
  throw new LibTrailsError('invalid_argument', problems.join('; '));
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let at = input;
  // A list may have come as one text.
  for (const key of path) if (typeof at === 'object') at = (at as Record<PropertyKey, unknown> | null)?.[key];
  return at;
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** A whole number from text or number; absent values take the default. */
export const whole = (min: number, max: number, byDefault: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error }).default(byDefault);
};

/** A row id: a whole number from 1 on. */
export const rowId = z.coerce
  .number({ error: 'must be an id: a whole number from 1 on' })
  .int({ error: 'must be an id: a whole number from 1 on' })
  .min(1, { error: 'must be an id: a whole number from 1 on' })
  .max(4_294_967_295, { error: 'must be an id: at most 4294967295' });

/** `true`/`1` or `false`/`0`, as text or boolean. */
export const yesOrNo = z
  .union([z.boolean(), z.enum(['true', '1', 'false', '0', ''])], { error: 'must be true or false' })
  .transform((value) => value === true || value === 'true' || value === '1')
  .default(false)
  .meta({ default: '0' });

/** One of a few words, any case. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T, byDefault: T[number]) =>
  z
    .string({ error: `must be one of ${words.join(', ')}` })
    .toLowerCase()
    .meta({ enum: [...words] })
    .pipe(z.enum(words, { error: `must be one of ${words.join(', ')}` }))
    .default(byDefault as never);

/** Text of at most `max` UTF-16 units. */
export const text = (max: number) =>
  z
    .string({ error: 'must be given once, as text' })
    .max(max, { error: `must have at most ${max} characters` });
