/** The fake answers as HTTP sends them: what is not there is left out, ranges are pairs, enums are in lower case. */
import { RANGE_FIELDS } from '../../proto/gen/values.ts';

const RANGES: ReadonlySet<string> = new Set(RANGE_FIELDS);
const ENUMS: ReadonlySet<string> = new Set(['scope', 'mode']);

interface TextRange {
  start: number;
  end: number;
}

/** A copy of an answer of gRPC in the form of HTTP. */
export function httpForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(httpForm);
  if (value === null || typeof value !== 'object') return value;
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(
    parts.map(([key, part]) => {
      if (RANGES.has(key)) return [key, Array.isArray(part) ? part.map(pair) : pair(part)];
      return [key, ENUMS.has(key) ? String(part).toLowerCase() : httpForm(part)];
    }),
  );
}

const pair = ({ start, end }: TextRange) => [start, end];
