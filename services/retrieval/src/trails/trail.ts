/** Trails: chains of passages across books, from one idea to another, each step explained. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { TrailResponse__Out as TrailAnswer } from '@libtrails/proto/types/library/v1/TrailResponse';
import type { TrailStep__Out as TrailStep } from '@libtrails/proto/types/library/v1/TrailStep';
import type { Search } from '../search/search.ts';
import type { CallContext } from '../search/search-input.ts';
import { onOneRevision } from '../search/time-slice.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Store } from '../store/store.ts';
import { citedPages } from '../words/printed-pages.ts';
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
  /** Pinned passages by step, 1-based. */
  pins: readonly { step: number; passageId: number }[];
}

export type Trail = (input: TrailInput, context: CallContext) => Promise<TrailAnswer>;

/**
 * Makes the use case over one store. The same request on the same library gives the same trail; other requests are
 * served between its pieces of work.
 * @throws LibTrailsError not_found for ids that are not there, invalid_argument for pins that contradict each
 * other, or as the search does
 */
export function createTrail(store: Store, search: Search): Trail {
  const space = new PassageSpace(store);
  const { catalogue } = store;
  return async (input, context) => {
    const started = performance.now();
    return onOneRevision(store, context, async (slice) => {
      const pinned = await readPins(input, space);
      const from = await readEnd(parseEnd(input.from), store, space, search, context);
      const to =
        input.to === '' ? undefined : await readEnd(parseEnd(input.to), store, space, search, context);
      slice.check();
      const wishes = { steps: input.steps, seed: input.seed, dropped: new Set(input.drop), pinned };
      const layers = await layersOf(from, to, space, wishes, slice);
      const found = layers.flatMap((layer) => layer.map(({ candidate }) => candidate.id));
      const topics = await PassageTopics.read(store, [...new Set(found)]);
      const texts = new StepTexts(catalogue);
      const names = [
        await nameOf(input.from, catalogue, space),
        await nameOf(input.to, catalogue, space),
      ] as const;
      const asked = [input.from, input.to].map((end, i) =>
        parseEnd(end).kind === 'passage' ? '' : names[i],
      ) as [string, string];
      let layered = layers;
      let steps: Candidate[];
      let links: Link[];
      let quotes: Quote[];
      for (let tries = 1; ; tries += 1) {
        await slice.pause();
        steps = bestPath(layered, (a, b) => topics.affinity(a, b)).steps;
        links = [];
        for (const [i, step] of steps.slice(1).entries()) {
          links.push(await linkOf(steps[i]!, step, topics, space));
        }
        await slice.pause();
        quotes = await texts.quotesOf(steps, links, asked);
        const unreadable = new Set(steps.flatMap(({ id }, i) => (quotes[i]!.readable ? [] : [id])));
        if (unreadable.size === 0 || tries === MOST_TRIES) break;
        layered = layered.map((layer) => without(layer, unreadable));
      }
      const reasons = [...new Set([...from.degradedReasons, ...(to?.degradedReasons ?? [])])];
      return {
        from: input.from,
        to: input.to,
        fromName: names[0],
        toName: names[1],
        seed: input.seed,
        relevant: from.relevant && (to?.relevant ?? true) && steps.length > 0,
        degraded: reasons.length > 0,
        degradedReasons: reasons,
        tookMs: performance.now() - started,
        steps: await describe(steps, links, quotes, pinned, texts, catalogue),
      };
    });
  };
}

/** What an end is called: its words, the topic's label, the title of the passage's book. */
async function nameOf(text: string, catalogue: Catalogue, space: PassageSpace): Promise<string> {
  const end = parseEnd(text);
  if (end.kind === 'words') return end.words;
  if (end.kind === 'topic') return (await catalogue.topics([end.id])).get(end.id)?.label ?? '';
  const [passage] = await space.candidates([end.id]);
  if (passage === undefined) return '';
  return (await catalogue.books([passage.book])).get(passage.book)?.title ?? '';
}

async function readPins(
  { steps, pins, drop }: TrailInput,
  space: PassageSpace,
): Promise<Map<number, Candidate>> {
  const pinned = new Map<number, Candidate>();
  const books = new Set<number>();
  for (const { step, passageId } of pins) {
    const [candidate] = await space.candidates([passageId]);
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

/** A layer without these passages, unless it has no others. */
function without(layer: Placed[], ids: ReadonlySet<number>): Placed[] {
  const left = layer.filter(({ candidate }) => !ids.has(candidate.id));
  return left.length === 0 ? layer : left;
}

async function describe(
  steps: readonly Candidate[],
  links: readonly Link[],
  quotes: readonly Quote[],
  pinned: ReadonlyMap<number, Candidate>,
  texts: StepTexts,
  catalogue: Catalogue,
): Promise<TrailStep[]> {
  const books = await catalogue.books(steps.map(({ book }) => book));
  return steps.map(({ id, book }, i) => {
    const passage = texts.passage(id) ?? null;
    const { range } = quotes[i]!;
    return {
      step: i + 1,
      book: books.get(book) ?? null,
      passage,
      quote: range,
      link: links[i - 1] ?? null,
      pinned: pinned.get(i)?.id === id,
      page: citedPages(passage?.pages ?? [], range.start, range.end),
    };
  });
}
