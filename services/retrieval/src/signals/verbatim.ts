/** Quotations without quotation marks: passages that hold the reader's words one after the other. */
import { byRaw } from '../fusion/ranked-list.ts';
import type { Store } from '../store/store.ts';
import type { OwnedItem } from '../store/vector-search.ts';
import { wordsOf } from '../words/words.ts';
import { alignedShare } from './alignment.ts';
import type { Hit } from './hit.ts';
import type { Quotation } from './shared-work.ts';
import { type Question, withinOf } from './signal.ts';

/** Words from which on a query can be a quotation. */
const MIN_WORDS = 4;
/** Matching passages among which a quotation is looked for; reading their words' lists costs some milliseconds. */
const CONSIDERED = 1_000;
/** Of those, the passages with most of the query's words, whose text is read. */
const READ = 24;
/** Where so many hold all of them, as of "all for one, one for all", these many. */
const READ_OF_ALL = 64;
/** A share from which on no word is missing. */
const ALL_WORDS = 1 - 1e-6;
/** Up to this share of n words is in a row by chance: the fewer words, the more. */
const chanceShare = (words: number) => 0.5 + 1.2 / words;
/** What a whole quotation is worth, in spreads: more than all signals together give without one. */
const WHOLE_QUOTATION = 40;
/** Passages that hold the rarest words of both halves, up to which positions are compared: about 20 ms of one core. */
const MAX_HALF_PASSAGES = 10_000;

/**
 * The hits with those lifted that hold the query's words in a row, so that a sentence typed from a book finds its
 * passage first, even with a word wrong, while a question's stray pairs change nothing. Best first.
 * @param hits by bm25, best first
 */
export async function liftVerbatim(
  hits: readonly Hit[],
  question: Question,
  store: Store,
): Promise<readonly Hit[]> {
  const quotations = await quotationsOf(hits, question, store);
  if (quotations.length === 0) return hits;
  const chance = chanceShare(question.words.sequence.length);
  const lifted = new Map(hits.map((hit) => [hit.id, hit]));
  for (const { id, owner, share } of quotations) {
    const lift = WHOLE_QUOTATION * ((share - chance) / (1 - chance)) ** 2;
    lifted.set(id, { id, owner, raw: lifted.get(id)?.raw ?? 0, lift });
  }
  return [...lifted.values()].sort(byRaw);
}

/** Of the passages that match by word; worked out once a question. */
async function quotationsOf(
  hits: readonly Hit[],
  question: Question,
  store: Store,
): Promise<readonly Quotation[]> {
  const { sequence } = question.words;
  if (sequence.length < MIN_WORDS) return [];
  const find = async () => {
    const stems = sequence.map(({ stem }) => stem);
    const found = await readShares(
      await withMostWords(hits.slice(0, CONSIDERED), stems, store),
      stems,
      store,
    );
    if (found.length > 0) return found;
    // All its words are common, so that many passages hold them; but the store knows where words stand.
    const near = await passagesWithHalf(question, store);
    return readShares(await withMostWords(near, stems, store), stems, store);
  };
  question.shared.quotations ??= find();
  return question.shared.quotations;
}

/** The passages with most of the words; those with too few for a quotation, in whatever order, are not read. */
async function withMostWords(
  passages: readonly OwnedItem[],
  stems: readonly string[],
  { text }: Store,
): Promise<OwnedItem[]> {
  const ids = passages.map(({ id }) => id);
  const { weighed, counted } = await text.sharesHeld(stems, ids);
  const best = passages
    .map((passage, place) => ({ passage, place, share: weighed[place]!, count: counted[place]! }))
    .sort((a, b) => b.share - a.share || a.place - b.place);
  const read = (best[READ - 1]?.share ?? 0) > ALL_WORDS ? READ_OF_ALL : READ;
  return best
    .slice(0, read)
    .filter(({ count }) => count > chanceShare(stems.length))
    .map(({ passage }) => passage);
}

async function readShares(
  passages: readonly OwnedItem[],
  stems: readonly string[],
  { text }: Store,
): Promise<Quotation[]> {
  const texts = await text.texts(passages.map(({ id }) => id));
  return passages.flatMap(({ id, owner }) => {
    const words = wordsOf(texts.get(id) ?? '').map(({ stem }) => stem);
    const share = alignedShare(stems, words);
    return share > chanceShare(stems.length) ? [{ id, owner, share }] : [];
  });
}

/** Passages that hold one half of the query in a row: with one word wrong, the other half still stands there. */
async function passagesWithHalf(question: Question, { text }: Store): Promise<OwnedItem[]> {
  const { sequence } = question.words;
  const middle = Math.ceil(sequence.length / 2);
  const counts = await text.frequencies(sequence.map(({ stem }) => stem));
  const rarest = (half: typeof sequence) => Math.min(...half.map(({ stem }) => counts.get(stem)!.passages));
  const rarestFirst = [sequence.slice(0, middle), sequence.slice(middle)]
    .map((words) => ({ words, rows: rarest(words) }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => a.rows - b.rows);
  const halves: string[][] = [];
  let passages = 0;
  for (const { words, rows } of rarestFirst) {
    passages += rows;
    if (passages <= MAX_HALF_PASSAGES) halves.push(words.map(({ folded }) => folded));
  }
  return halves.length === 0 ? [] : text.passagesWithRow(halves, withinOf(question));
}
