/** The best that the signals of one scope have found: what the floor of relevance judges an answer by. */
import type { BestEvidence, PassageEvidence } from '../fusion/floor.ts';
import { QUOTED_LIFT, type RankedList } from '../fusion/ranked-list.ts';
import type { SemanticDescription } from '../fusion/signal-description.ts';
import { bookHits } from '../signals/fts-books.ts';
import { ftsChunks } from '../signals/fts-chunks.ts';
import { admits, type Question, type SearchIndex } from '../signals/signal.ts';
import { chunkCosines, vecChunks } from '../signals/vec-chunks.ts';
import { selectTopK } from '../store/sqlite/vectors/top-k.ts';
import { coverageOf } from './coverage.ts';

/** Hits that are judged together where a list ranks single topics or passages: one may be luck. */
const JUDGED_TOGETHER = 3;
/** Passages found by word whose nearness in meaning is looked at. */
const FOUND_BY_WORD = 10;

export function bestEvidence(
  lists: readonly RankedList[],
  question: Question,
  index: SearchIndex,
): BestEvidence {
  const { terms, strict } = question.words;
  const { coverage, unknown, inARow } = coverageOf(lists, question, index);
  const quoted = lists.some(({ items }) => items.some(({ lift = 0 }) => lift >= QUOTED_LIFT));
  return {
    coverage: quoted ? 1 : coverage,
    literal: quoted || inARow || terms.length === 1 || (strict && terms.some((term) => term.quoted)),
    cosines: bestCosines(lists, question),
    passages: passageEvidence(lists, question, index, unknown),
  };
}

function bestCosines(lists: readonly RankedList[], { scope }: Question): BestEvidence['cosines'] {
  // The items of the other scopes are gathered from several hits already.
  const judged = scope === 'topics' || scope === 'passages' ? JUDGED_TOGETHER : 1;
  const cosines = new Map<SemanticDescription, number>();
  for (const { signal, items } of lists) {
    const best = items.slice(0, judged);
    if (best.length === 0 || signal.family !== 'semantic') continue;
    cosines.set(signal, best.reduce((sum, { raw }) => sum + raw, 0) / best.length);
  }
  return cosines;
}

/** Undefined unless passages were looked for both by word and by meaning. */
function passageEvidence(
  lists: readonly RankedList[],
  question: Question,
  index: SearchIndex,
  unknown: boolean,
): PassageEvidence | undefined {
  const byWord = lists.find(({ signal }) => signal === ftsChunks);
  if (byWord === undefined || !lists.some(({ signal }) => signal === vecChunks)) return undefined;
  const { chunks } = index.vectors;
  const cosines = chunkCosines(question, index);
  question.shared.nearest ??= nearestPassages(cosines, question, index);
  const { searched, nearest } = question.shared.nearest;
  const agreeing = byWord.items
    .slice(0, FOUND_BY_WORD)
    .flatMap(({ evidence }) => cosines[chunks.rowOf(evidence.id) ?? -1] ?? []);
  return {
    searched,
    nearest,
    agreeing: agreeing.length === 0 ? undefined : Math.max(...agreeing),
    unknown,
    words: question.words.terms.length,
    named: bookHits(question, index).length > 0,
  };
}

/** How many passages were looked at, and the mean cosine of the nearest of them. */
function nearestPassages(cosines: Float32Array, { bookId, filter }: Question, index: SearchIndex) {
  const { ids, owners, size } = index.vectors.chunks;
  const all = bookId === undefined && filter === undefined;
  const accept = (row: number) =>
    (bookId === undefined || owners[row] === bookId) && admits(filter, owners[row]!, ids[row]!);
  const { scores } = selectTopK(ids, cosines, size, JUDGED_TOGETHER, all ? undefined : accept);
  let searched = size;
  if (!all) for (let row = 0; row < size; row += 1) if (!accept(row)) searched -= 1;
  return { searched, nearest: scores.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, scores.length) };
}
