/** Answers as HTTP writes the contract's messages: absent parts are absent, ranges are pairs. */
import { RANGE_FIELDS } from '@libtrails/proto/values';

/** Half-open UTF-16 range, as the use cases give it. */
interface TextRange {
  start: number;
  end: number;
}

const RANGES: ReadonlySet<string> = new Set(RANGE_FIELDS);

/** A copy for JSON: null and undefined are left out, ranges become [start, end]. */
export function toJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJson);
  if (value === null || typeof value !== 'object') return value;
  const out: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    if (part === null || part === undefined) continue;
    if (!RANGES.has(key)) out[key] = toJson(part);
    else out[key] = Array.isArray(part) ? part.map(pair) : pair(part as TextRange);
  }
  return out;
}

const pair = ({ start, end }: TextRange): [number, number] => [start, end];
