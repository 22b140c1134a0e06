/** Where the reader's words are in a text. */
import type { ParsedQuery } from '../signals/fts-query.ts';
import type { QueryTerm } from '../store/text-search.ts';
import { compoundsOf, wordsOf } from '../words/words.ts';

/** Half-open UTF-16 range. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * Ranges of the query's words in `text`, whatever their inflection, accents or case; quotations and
 * compounds as one range from their first to their last piece; of a beginning (`whal*`) every word that begins
 * so. In order, without overlaps. `words` are the text's own, where they are known already.
 */
export function highlights(text: string, query: ParsedQuery, words = wordsOf(text)): TextRange[] {
  const byFirstStem = new Map<string, QueryTerm[]>();
  const beginnings = query.terms.filter((term) => term.prefix).map((term) => term.stems[0]!);
  /** Stems of single words that count as a term: a beginning's, or a compound's. */
  const alone = new Set(
    query.terms.flatMap(({ completions, joined }) => [...completions, ...(joined ? [joined.stem] : [])]),
  );
  for (const term of query.terms) {
    const first = term.stems[0]!;
    byFirstStem.set(first, [...(byFirstStem.get(first) ?? []), term]);
  }
  if (byFirstStem.size === 0) return [];
  const ranges: TextRange[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { stem: first } = words[at]!;
    const candidates = byFirstStem.get(first) ?? [];
    let longest = alone.has(first) || beginnings.some((beginning) => first.startsWith(beginning)) ? 1 : 0;
    for (const { stems } of candidates) {
      if (stems.length > longest && stems.every((stem, i) => words[at + i]?.stem === stem))
        longest = stems.length;
    }
    if (longest === 0) continue;
    ranges.push({ start: words[at]!.start, end: words[at + longest - 1]!.end });
    at += longest - 1;
  }
  for (const { stem, start, end } of compoundsOf(text)) {
    if (byFirstStem.get(stem)?.some(({ stems }) => stems.length === 1)) ranges.push({ start, end });
  }
  return merged(ranges);
}

/** The same places without overlaps, in order. */
function merged(ranges: TextRange[]): TextRange[] {
  const out: TextRange[] = [];
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}
