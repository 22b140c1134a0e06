/** Trails: chains of passages across books, from one idea to another, each step explained. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { TrailResponse__Out as TrailAnswer } from '@libtrails/proto/types/library/v1/TrailResponse';
import type { TrailStep__Out as TrailStep } from '@libtrails/proto/types/library/v1/TrailStep';
import { booksById, topicsById } from '../browse/by-id.ts';
import type { Search } from '../search/search.ts';
import type { CallContext } from '../search/search-input.ts';
import { onOneRevision } from '../search/time-slice.ts';
import type { SearchIndex } from '../signals/signal.ts';
import type { Library } from '../store/sqlite/library.ts';
import { parseEnd, readEnd } from './ends.ts';
import { layersOf } from './layers.ts';
import { type Link, linkOf, PassageTopics } from './links.ts';
import { bestPath, type Candidate, type Placed } from './path.ts';
import type { Quote } from './quote.ts';
import { PassageSpace } from './space.ts';
import { StepTexts } from './step-texts.ts';

/** Times a path is looked for: passages in which nothing can be quoted are left out of the next one. */
const MOST_TRIES = 4;

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

export type Trail = (input: TrailInput, context: CallContext) => Promise<TrailAnswer>;

/**
 * Makes the use case over one index. The same request on the same library gives the same trail; other requests are
 * served between its pieces of work.
 * @throws LibTrailsError not_found for ids that are not there, invalid_argument for pins that contradict each
 * other, or as the search does
 */
export function createTrail(index: SearchIndex, search: Search): Trail {
  const space = new PassageSpace(index);
  const { library } = index;
  return async (input, context) => {
    const started = performance.now();
    return onOneRevision(library, context, async (slice) => {
      const pinned = readPins(input, space);
      const from = await readEnd(parseEnd(input.from), library, space, search, context);
      const to =
        input.to === '' ? undefined : await readEnd(parseEnd(input.to), library, space, search, context);
      slice.check();
      const wishes = { steps: input.steps, seed: input.seed, dropped: new Set(input.drop), pinned };
      const layers = await layersOf(from, to, space, wishes, slice);
      const found = layers.flatMap((layer) => layer.map(({ candidate }) => candidate.id));
      const topics = new PassageTopics(library, [...new Set(found)]);
      const texts = new StepTexts(library);
      const asked = [input.from, input.to].map((end) =>
        parseEnd(end).kind === 'passage' ? '' : nameOf(end, library, space),
      ) as [string, string];
      let layered = layers;
      let steps: Candidate[];
      let links: Link[];
      let quotes: Quote[];
      for (let tries = 1; ; tries += 1) {
        await slice.pause();
        steps = bestPath(layered, (a, b) => topics.affinity(a, b)).steps;
        links = steps.slice(1).map((step, i) => linkOf(steps[i]!, step, topics, space));
        await slice.pause();
        quotes = texts.quotesOf(steps, links, asked);
        const unreadable = new Set(steps.flatMap(({ id }, i) => (quotes[i]!.readable ? [] : [id])));
        if (unreadable.size === 0 || tries === MOST_TRIES) break;
        layered = layered.map((layer) => without(layer, unreadable));
      }
      const reasons = [...new Set([...from.degradedReasons, ...(to?.degradedReasons ?? [])])];
      return {
        from: input.from,
        to: input.to,
        fromName: nameOf(input.from, library, space),
        toName: nameOf(input.to, library, space),
        seed: input.seed,
        relevant: from.relevant && (to?.relevant ?? true) && steps.length > 0,
        degraded: reasons.length > 0,
        degradedReasons: reasons,
        tookMs: performance.now() - started,
        steps: describe(steps, links, quotes, pinned, texts, library),
      };
    });
  };
}

/** What an end is called: its words, the topic's label, the title of the passage's book. */
function nameOf(text: string, library: Library, space: PassageSpace): string {
  const end = parseEnd(text);
  if (end.kind === 'words') return end.words;
  if (end.kind === 'topic') return topicsById(library, [end.id]).get(end.id)?.label ?? '';
  const book = space.candidate(end.id)?.book;
  return book === undefined ? '' : (booksById(library, [book]).get(book)?.title ?? '');
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

/** A layer without these passages, unless nothing else can stand there. */
function without(layer: Placed[], ids: ReadonlySet<number>): Placed[] {
  const left = layer.filter(({ candidate }) => !ids.has(candidate.id));
  return left.length === 0 ? layer : left;
}

function describe(
  steps: readonly Candidate[],
  links: readonly Link[],
  quotes: readonly Quote[],
  pinned: ReadonlyMap<number, Candidate>,
  texts: StepTexts,
  library: Library,
): TrailStep[] {
  const books = booksById(
    library,
    steps.map(({ book }) => book),
  );
  return steps.map(({ id, book }, i) => ({
    step: i + 1,
    book: books.get(book) ?? null,
    passage: texts.passage(id) ?? null,
    quote: quotes[i]!.range,
    link: links[i - 1] ?? null,
    pinned: pinned.get(i)?.id === id,
  }));
}
