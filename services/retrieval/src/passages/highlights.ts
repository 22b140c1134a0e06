/** Where the reader's words stand in a text. */
import type { ParsedQuery, QueryTerm } from '../signals/fts-query.ts';
import { wordsOf } from '../words/words.ts';

/** Half-open UTF-16 range. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * Ranges of the query's words in `text`, whatever their inflection, accents or case; quotations and
 * compounds as one range from their first to their last piece. In order, without overlaps.
 */
export function highlights(text: string, query: ParsedQuery): TextRange[] {
  const byFirstStem = new Map<string, QueryTerm[]>();
  for (const term of query.terms) {
    const first = term.stems[0]!;
    byFirstStem.set(first, [...(byFirstStem.get(first) ?? []), term]);
  }
  if (byFirstStem.size === 0) return [];
  const words = wordsOf(text);
  const ranges: TextRange[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const candidates = byFirstStem.get(words[at]!.stem);
    if (candidates === undefined) continue;
    let longest = 0;
    for (const { stems } of candidates) {
      if (stems.length > longest && stems.every((stem, i) => words[at + i]?.stem === stem))
        longest = stems.length;
    }
    if (longest === 0) continue;
    ranges.push({ start: words[at]!.start, end: words[at + longest - 1]!.end });
    at += longest - 1;
  }
  return ranges;
}
