/** Trails: chains of passages across books, from one idea to another, each step explained. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { TrailResponse__Out as TrailAnswer } from '@libtrails/proto/types/library/v1/TrailResponse';
import type { TrailStep__Out as TrailStep } from '@libtrails/proto/types/library/v1/TrailStep';
import { booksById, passagesById } from '../browse/by-id.ts';
import type { Library } from '../library/library.ts';
import type { Search } from '../search/search.ts';
import type { Patience } from '../search/search-input.ts';
import type { SearchIndex } from '../signals/signal.ts';
import { parseEnd, readEnd } from './ends.ts';
import { layersOf } from './layers.ts';
import { type Link, linkOf, PassageTopics } from './links.ts';
import { bestPath, type Candidate } from './path.ts';
import { quoteOf } from './quote.ts';
import { PassageSpace } from './space.ts';

export interface TrailInput {
  /** Words, "passage:ID" or "topic:ID"; not empty. */
  from: string;
  /** The same; empty for a trail that stays with `from`. */
  to: string;
  /** Steps wanted; fewer come back where the library has fewer books about it. */
  steps: number;
  /** 0 is the best trail, each other number another way. */
  seed: number;
  /** Passages that shall not be used. */
  drop: readonly number[];
  /** Passages that shall stand at these steps, 1-based. */
  pins: readonly { step: number; passageId: number }[];
}

export type Trail = (input: TrailInput, patience: Patience) => Promise<TrailAnswer>;

/**
 * Makes the use case over one index. The same request on the same library gives the same trail.
 * @throws LibTrailsError not_found for ids that are not there, invalid_argument for pins that contradict each
 * other, or as the search does
 */
export function createTrail(index: SearchIndex, search: Search): Trail {
  const space = new PassageSpace(index);
  const { library } = index;
  return async (input, patience) => {
    const started = performance.now();
    const pinned = readPins(input, space);
    const from = await readEnd(parseEnd(input.from), library, space, search, patience);
    const to =
      input.to === '' ? undefined : await readEnd(parseEnd(input.to), library, space, search, patience);
    const layers = layersOf(from, to, space, {
      steps: input.steps,
      seed: input.seed,
      dropped: new Set(input.drop),
      pinned,
    });
    const passages = layers.flatMap((layer) => layer.map(({ candidate }) => candidate.id));
    const topics = new PassageTopics(library, [...new Set(passages)]);
    const { steps } = bestPath(layers, (a, b) => topics.affinity(a, b));
    const links = steps.slice(1).map((step, i) => linkOf(steps[i]!, step, topics, space));
    const reasons = [...new Set([...from.degradedReasons, ...(to?.degradedReasons ?? [])])];
    return {
      from: input.from,
      to: input.to,
      seed: input.seed,
      relevant: from.relevant && (to?.relevant ?? true) && steps.length > 0,
      degraded: reasons.length > 0,
      degradedReasons: reasons,
      tookMs: performance.now() - started,
      steps: describe(steps, links, pinned, input, library),
    };
  };
}

function readPins({ steps, pins, drop }: TrailInput, space: PassageSpace): Map<number, Candidate> {
  const pinned = new Map<number, Candidate>();
  const books = new Set<number>();
  for (const { step, passageId } of pins) {
    const candidate = space.candidate(passageId);
    if (candidate === undefined) {
      throw new LibTrailsError('not_found', `There is no passage ${passageId} to pin at step ${step}`);
    }
    const problem =
      step > steps
        ? `step ${step} is beyond the ${steps} steps of the trail`
        : pinned.has(step - 1)
          ? `step ${step} is pinned twice`
          : books.has(candidate.book)
            ? 'two pinned passages are of the same book'
            : drop.includes(passageId)
              ? `passage ${passageId} is both pinned and dropped`
              : undefined;
    if (problem !== undefined) throw new LibTrailsError('invalid_argument', `pin: ${problem}`);
    books.add(candidate.book);
    pinned.set(step - 1, candidate);
  }
  return pinned;
}

function describe(
  steps: readonly Candidate[],
  links: readonly Link[],
  pinned: ReadonlyMap<number, Candidate>,
  { from, to }: TrailInput,
  library: Library,
): TrailStep[] {
  const passages = passagesById(
    library,
    steps.map(({ id }) => id),
  );
  const books = booksById(
    library,
    steps.map(({ book }) => book),
  );
  const ends = [from, to].map(parseEnd).flatMap((end) => (end.kind === 'words' ? [end.words] : []));
  return steps.map(({ id, book }, i) => {
    const passage = passages.get(id) ?? null;
    const around = [links[i - 1], links[i]].flatMap((link) =>
      link === undefined ? [] : [...link.sharedTopics, ...(link.bridge === null ? [] : [link.bridge])],
    );
    const reasons = [...around.map(({ label }) => label), ...ends];
    return {
      step: i + 1,
      book: books.get(book) ?? null,
      passage,
      quote: passage && quoteOf(passage.text, reasons, books.get(book)?.language ?? ''),
      link: links[i - 1] ?? null,
      pinned: pinned.get(i)?.id === id,
    };
  });
}
