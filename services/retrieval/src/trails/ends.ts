/** Where a trail begins and ends: words, a passage or a topic, as candidate passages. */
import { LibTrailsError } from '@libtrails/common/errors';
import { notFound } from '../browse/not-found.ts';
import type { Search } from '../search/search.ts';
import type { CallContext } from '../search/search-input.ts';
import { parseQuery } from '../signals/fts-query.ts';
import type { Links } from '../store/links.ts';
import type { Store } from '../store/store.ts';
import { type Candidate, unit } from './path.ts';
import type { PassageSpace } from './space.ts';

/** What a reader names as one end of a trail. */
export type TrailEnd =
  | { kind: 'words'; words: string }
  | { kind: 'passage'; id: number }
  | { kind: 'topic'; id: number };

export interface End {
  /** Candidates of this end, best first. */
  passages: Candidate[];
  /** How well each fits, 0..1. */
  fits: number[];
  /** Direction of the idea: the mean of its best passages. Absent without passages. */
  direction: Float32Array | undefined;
  /** False when nothing in the library is about it. */
  relevant: boolean;
  degradedReasons: readonly string[];
}

/** Passages looked at for one end. */
const PASSAGES = 40;
/** Topics are left to the words: looking through all their labels for their meaning, too, costs a quarter of a trail. */
const SIGNALS = ['fts_chunks', 'fts_topics', 'vec_chunks'] as const;
/** Passages that the whole search finds first count beside those nearest in meaning; the less, the more words there are. */
const WORDED = 20;
const WORDED_WEIGHT = 0.35;
/** The direction is the mean of this many: one passage is always also about something else. */
const DIRECTION_PASSAGES = 8;

/** "passage:17", "topic:4", or words. Never fails: what is not an id is words. */
export function parseEnd(text: string): TrailEnd {
  const [, kind, digits] = /^(passage|topic):(\d{1,10})$/.exec(text.trim()) ?? [];
  if (kind === undefined) return { kind: 'words', words: text.trim() };
  return { kind: kind as 'passage' | 'topic', id: Number(digits) };
}

/**
 * The passages of one end: of words, those nearest in meaning; of a topic, those that carry it; of a
 * passage, itself. @throws LibTrailsError not_found, or as the search does
 */
export async function readEnd(
  end: TrailEnd,
  { links }: Pick<Store, 'links'>,
  space: PassageSpace,
  search: Search,
  context: CallContext,
): Promise<End> {
  if (end.kind === 'words') return readWords(end.words, space, search, context);
  const ids = end.kind === 'passage' ? [end.id] : await passagesOfTopic(links, end.id);
  const passages = await space.candidates(ids);
  if (passages.length === 0) {
    if (end.kind === 'topic') throw notFound('topic', end.id);
    throw new LibTrailsError(
      'not_found',
      `There is no passage ${end.id} that a trail can use: give the id of a passage of a book's body`,
    );
  }
  return endOf(
    passages,
    passages.map((_, i) => 1 - i / PASSAGES),
  );
}

/**
 * Whether the library has anything about the words is said by the whole search; which passages are about the idea, by
 * meaning first: many passages that hold a question's words are about something else.
 */
async function readWords(
  words: string,
  space: PassageSpace,
  search: Search,
  context: CallContext,
): Promise<End> {
  const { relevant, degradedReasons, ranked } = await search(
    {
      query: words,
      scope: 'passages',
      mode: 'hybrid',
      limit: 0,
      offset: 0,
      explain: false,
      signals: SIGNALS,
      bookId: undefined,
      ranked: PASSAGES,
    },
    context,
  );
  if (!relevant || ranked === undefined) return { ...endOf([], []), relevant, degradedReasons };
  const { all, meant } = ranked;
  const weight = WORDED_WEIGHT / Math.max(1, parseQuery(words).terms.length);
  const fits = new Map<number, number>();
  for (const [hits, worth] of [
    [meant, 1],
    // Without vectors words are all there is.
    [all.slice(0, meant.length === 0 ? PASSAGES : WORDED), weight],
  ] as const) {
    const best = hits[0]?.score ?? 1;
    for (const { id, score } of hits) fits.set(id, (fits.get(id) ?? 0) + (worth * score) / best);
  }
  const found = [...fits].sort(([a, x], [b, y]) => y - x || a - b);
  const most = found[0]?.[1] ?? 1;
  const passages = await space.candidates(found.map(([id]) => id));
  return {
    ...endOf(
      passages,
      passages.map(({ id }) => fits.get(id)! / most),
    ),
    degradedReasons,
  };
}

async function passagesOfTopic(links: Links, topic: number): Promise<number[]> {
  const passages = await links.passagesOfTopic(topic, PASSAGES);
  if (passages === undefined) throw notFound('topic', topic);
  return passages.map(({ id }) => id);
}

function endOf(passages: Candidate[], fits: number[]): End {
  const leading = passages.slice(0, DIRECTION_PASSAGES);
  const [first] = leading;
  const sum = first?.vector.map((_, d) =>
    leading.reduce((total, { vector }, i) => total + fits[i]! * vector[d]!, 0),
  );
  return {
    passages,
    fits,
    direction: sum === undefined ? undefined : unit(sum),
    relevant: true,
    degradedReasons: [],
  };
}
