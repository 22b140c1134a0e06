/** Quotations without quotation marks: passages that hold the reader's words one after the other. */

import { wordsOf } from '../words/words.ts';
import type { Hit } from './keyword-hits.ts';
import type { Question, SearchIndex } from './signal.ts';

/** Words from which on a query can be a quotation. */
const MIN_WORDS = 4;
/** Passages that are read: bm25 has a sentence's own passage among the first few. */
const LOOKED_AT = 40;
/** Passages that reach less than this share of the best bm25 hold too few of the words. */
const MIN_SHARE_OF_BEST = 0.4;
/** What a whole quotation adds, as a multiple of its bm25. */
const WHOLE_QUOTATION = 2;

/**
 * The hits with those lifted that hold pairs of neighbouring words of the query: a passage with the share s of
 * all pairs counts 1 + 2s², so that a sentence typed from a book finds its passage, even with a slip in it, while
 * a question's stray pairs change little. Best first.
 */
export function liftVerbatim(hits: readonly Hit[], question: Question, index: SearchIndex): readonly Hit[] {
  const pairs = pairsOf(question.words.sequence);
  const best = hits[0]?.raw ?? 0;
  if (question.words.sequence.length < MIN_WORDS || best <= 0) return hits;
  const near = hits.slice(0, LOOKED_AT).filter(({ raw }) => raw >= best * MIN_SHARE_OF_BEST);
  const factors = new Map<number, number>();
  const texts = index.library.statement<[number, string]>('search-passage-texts', 'array');
  for (const [id, text] of texts.iterate(JSON.stringify(near.map(({ id }) => id)))) {
    const own = pairsOf(wordsOf(text).map(({ stem }) => stem));
    let held = 0;
    for (const pair of pairs) if (own.has(pair)) held += 1;
    factors.set(id, 1 + WHOLE_QUOTATION * (held / pairs.size) ** 2);
  }
  return hits
    .map(({ id, raw }) => ({ id, raw: raw * (factors.get(id) ?? 1) }))
    .sort((a, b) => b.raw - a.raw || a.id - b.id);
}

const pairsOf = (stems: readonly string[]) => new Set(stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`));
