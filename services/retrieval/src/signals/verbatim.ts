/** Quotations without quotation marks: passages that hold the reader's words one after the other. */
import { byRaw } from '../fusion/ranked-list.ts';
import { wordsOf } from '../words/words.ts';
import { alignedShare } from './alignment.ts';
import type { Hit } from './hit.ts';
import type { Quotations } from './shared-work.ts';
import { admits, type Question, type SearchIndex } from './signal.ts';

/** Words from which on a query can be a quotation. */
const MIN_WORDS = 4;
/** Matching passages among which a quotation is looked for; reading their words' lists costs some milliseconds. */
const CONSIDERED = 1_000;
/** Of those, the passages with most of the query's words, whose text is read. */
const READ = 24;
/** Up to this share of n words stands in a row by chance: the fewer words, the more. */
const chanceShare = (words: number) => 0.5 + 1.2 / words;
/** What a whole quotation is worth, in spreads: more than all signals together give without one. */
const WHOLE_QUOTATION = 40;
/** Passages that hold the rarest words of both halves, up to which FTS5 compares positions: some 8 ms of one core. */
const MAX_HALF_PASSAGES = 4_000;

const NO_QUOTATIONS: Quotations = { shares: new Map(), best: 0 };

/**
 * The hits with those lifted that hold the query's words in a row, so that a sentence typed from a book finds its
 * passage first, even with a word wrong, while a question's stray pairs change nothing. Best first.
 * @param hits by bm25, best first
 */
export function liftVerbatim(hits: readonly Hit[], question: Question, index: SearchIndex): readonly Hit[] {
  const { shares } = quotationsOf(hits, question, index);
  if (shares.size === 0) return hits;
  const chance = chanceShare(question.words.sequence.length);
  const lifted = new Map(hits.map((hit) => [hit.id, hit]));
  for (const [id, share] of shares) {
    const lift = WHOLE_QUOTATION * ((share - chance) / (1 - chance)) ** 2;
    lifted.set(id, { id, raw: lifted.get(id)?.raw ?? 0, lift });
  }
  return [...lifted.values()].sort(byRaw);
}

/** Of the passages that match by word; worked out once a question. */
export function quotationsOf(hits: readonly Hit[], question: Question, index: SearchIndex): Quotations {
  const { sequence } = question.words;
  if (sequence.length < MIN_WORDS) return NO_QUOTATIONS;
  question.shared.quotations ??= findQuotations(hits, question, index);
  return question.shared.quotations;
}

function findQuotations(hits: readonly Hit[], question: Question, index: SearchIndex): Quotations {
  const stems = question.words.sequence.map(({ stem }) => stem);
  const considered = hits.slice(0, CONSIDERED).map(({ id }) => id);
  const shares = readShares(withMostWords(considered, stems, index), stems, index);
  if (shares.size === 0) {
    // All its words are common, so that many passages hold them; but FTS5 knows where words stand.
    const near = withMostWords(passagesWithHalf(question, index), stems, index);
    for (const [id, share] of readShares(near, stems, index)) shares.set(id, share);
  }
  return { shares, best: bestOf(shares) };
}

const bestOf = (shares: ReadonlyMap<number, number>) => Math.max(0, ...shares.values());

/** The passages with most of the words; those with too few for a quotation, in whatever order, are not read. */
function withMostWords(ids: readonly number[], stems: readonly string[], index: SearchIndex): number[] {
  const { weighed, counted } = index.passageWords.sharesHeld(stems, ids);
  return ids
    .map((id, place) => ({ id, place, share: weighed[place]!, count: counted[place]! }))
    .sort((a, b) => b.share - a.share || a.place - b.place)
    .slice(0, READ)
    .filter(({ count }) => count > chanceShare(stems.length))
    .map(({ id }) => id);
}

function readShares(
  ids: readonly number[],
  stems: readonly string[],
  { library }: SearchIndex,
): Map<number, number> {
  const shares = new Map<number, number>();
  const texts = library.statement<[number, string]>('search-passage-texts', 'array');
  for (const [id, text] of texts.iterate(JSON.stringify(ids))) {
    const share = alignedShare(
      stems,
      wordsOf(text).map(({ stem }) => stem),
    );
    if (share > chanceShare(stems.length)) shares.set(id, share);
  }
  return shares;
}

/** Passages that hold one half of the query in a row: with one word wrong, the other half still stands there. */
function passagesWithHalf(question: Question, index: SearchIndex): number[] {
  const { sequence } = question.words;
  const { passageWords, vectors, library } = index;
  const middle = Math.ceil(sequence.length / 2);
  const rarest = (half: typeof sequence) => Math.min(...half.map(({ stem }) => passageWords.rows(stem)));
  const rarestFirst = [sequence.slice(0, middle), sequence.slice(middle)]
    .map((words) => ({ words, rows: rarest(words) }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => a.rows - b.rows);
  const quoted: string[] = [];
  let passages = 0;
  for (const { words, rows } of rarestFirst) {
    passages += rows;
    if (passages <= MAX_HALF_PASSAGES) quoted.push(`"${words.map(({ folded }) => folded).join(' ')}"`);
  }
  if (quoted.length === 0) return [];
  const { chunks } = vectors;
  return library
    .statement<number>('search-phrase', 'value')
    .all(quoted.join(' OR '), 0, passageWords.highestId)
    .filter((id) => {
      const row = chunks.rowOf(id);
      if (row === undefined) return false;
      const book = chunks.owners[row]!;
      return (question.bookId === undefined || question.bookId === book) && admits(question.filter, book, id);
    });
}
