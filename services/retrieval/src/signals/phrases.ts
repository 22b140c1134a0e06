/** Quotations and compounds: which passages hold words in a row. Only FTS5 knows positions. */
import type { QueryTerm } from './fts-query.ts';
import type { Question, SearchIndex } from './signal.ts';

/**
 * Passages in which FTS5 compares positions at one go. At some 2 µs each this is about 10 ms of one core; a
 * phrase of common words is looked for in so many slices of the library, and others may work in between.
 */
const SLICE_PASSAGES = 4_000;

const keyOf = ({ tokens, joined }: QueryTerm) => `${tokens.join(' ')} ${joined?.stem ?? ''}`;

/** Ascending ids of the passages that hold the term's words in a row. */
export function phrasePassages(question: Question, index: SearchIndex, term: QueryTerm): Uint32Array {
  const { phrases } = question.shared;
  let passages = phrases.get(keyOf(term));
  if (passages === undefined) {
    passages = withJoined(readSlice(index, term, 0, index.passageWords.highestId), term, index);
    phrases.set(keyOf(term), passages);
  }
  return passages;
}

/**
 * Finds the passages of every phrase of the question before the signals ask for them. `pause` is called between
 * slices and says whether to go on. False if it said no: what was found until then is kept.
 */
export async function findPhrases(
  question: Question,
  index: SearchIndex,
  pause: () => Promise<boolean>,
): Promise<boolean> {
  const { passageWords } = index;
  for (const term of question.words.terms) {
    if (term.tokens.length === 1) continue;
    // FTS5 visits the passages that hold all words: at most those of the rarest.
    const rarest = Math.min(...term.stems.map((stem) => passageWords.rows(stem)));
    const slices = Math.max(1, Math.ceil(rarest / SLICE_PASSAGES));
    const width = Math.ceil((passageWords.highestId + 1) / slices);
    const ids: number[] = [];
    let whole = true;
    for (let slice = 0; slice < slices; slice += 1) {
      whole = await pause();
      if (!whole) break;
      for (const id of readSlice(index, term, slice * width, (slice + 1) * width - 1)) ids.push(id);
    }
    question.shared.phrases.set(keyOf(term), withJoined(ids, term, index));
    if (!whole) return false;
  }
  return true;
}

/** With the passages that hold the compound as one word, in ascending order. */
function withJoined(
  ids: readonly number[],
  { joined }: QueryTerm,
  { passageWords }: SearchIndex,
): Uint32Array {
  if (joined === undefined) return Uint32Array.from(ids);
  return Uint32Array.from(new Set([...ids, ...passageWords.passagesOf(joined.stem)])).sort();
}

function readSlice(
  { library, passageWords }: SearchIndex,
  term: QueryTerm,
  from: number,
  to: number,
): number[] {
  if (term.stems.some((stem) => passageWords.rows(stem) === 0)) return [];
  const expression = `"${term.tokens.join(' ')}"`;
  return library.statement<number>('search-phrase', 'value').all(expression, from, to);
}
