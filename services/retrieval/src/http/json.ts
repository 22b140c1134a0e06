/** Answers as the HTTP contract writes them: absent parts are absent, highlights are pairs. */

/** Half-open UTF-16 range, as the use cases give it. */
interface TextRange {
  start: number;
  end: number;
}

/** A copy for JSON: null and undefined are left out, `highlights` and `sentences` become [[start, end], ...], `quote` [start, end]. */
export function toJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJson);
  if (value === null || typeof value !== 'object') return value;
  const out: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    if (part === null || part === undefined) continue;
    if (key === 'highlights' || key === 'sentences') out[key] = (part as TextRange[]).map(pair);
    else out[key] = key === 'quote' ? pair(part as TextRange) : toJson(part);
  }
  return out;
}

const pair = ({ start, end }: TextRange) => [start, end];
