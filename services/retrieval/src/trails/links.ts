/** Why one passage of a trail leads to the next: what both speak of. */
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { Store } from '../store/store.ts';
import { type Candidate, cosine } from './path.ts';
import type { PassageSpace } from './space.ts';

/** Topics shown for one link. */
const SHOWN = 3;
/** Books from which on a topic is too common to lend a link much, and what it loses by then. */
const COMMON_BOOKS = 50;
const COMMON_LOSS = 0.6;

/** The topics of passages, as a reader sees them, read once for many passages. */
export class PassageTopics {
  /** By passage and shown topic id: the topic itself. */
  readonly #topics = new Map<number, Map<number, Topic>>();

  private constructor() {}

  static async read(
    { catalogue, links }: Pick<Store, 'catalogue' | 'links'>,
    passages: readonly number[],
  ): Promise<PassageTopics> {
    const read = new PassageTopics();
    const carried = await links.topicsOfPassages(passages);
    const known = await catalogue.topics([...new Set([...carried.values()].flat())]);
    for (const [passage, ids] of carried) {
      const own = new Map<number, Topic>();
      for (const id of ids) {
        const topic = known.get(id);
        if (topic !== undefined) own.set(topic.id, topic);
      }
      read.#topics.set(passage, own);
    }
    return read;
  }

  /** Most telling first: a topic of few books says more. */
  of(passage: number): Topic[] {
    return [...(this.#topics.get(passage)?.values() ?? [])].sort((a, b) => a.books - b.books || a.id - b.id);
  }

  shared(a: number, b: number): Topic[] {
    const other = this.#topics.get(b);
    return other === undefined ? [] : this.of(a).filter(({ id }) => other.has(id));
  }

  /** How much shared topics bring two passages together, 0..1. */
  affinity(a: number, b: number): number {
    const best = this.shared(a, b)[0];
    if (best === undefined) return 0;
    return 1 - COMMON_LOSS * Math.min(1, Math.log(best.books) / Math.log(COMMON_BOOKS));
  }
}

export interface Link {
  /** Cosine of the two passages around the library's mean passage. */
  similarity: number;
  /** Topics that both passages carry. */
  sharedTopics: Topic[];
  /** Where they share none: the topic of either that is nearest to both; null if neither has one. */
  bridge: Topic | null;
}

export async function linkOf(
  a: Candidate,
  b: Candidate,
  topics: PassageTopics,
  space: PassageSpace,
): Promise<Link> {
  const sharedTopics = topics.shared(a.id, b.id).slice(0, SHOWN);
  return {
    similarity: cosine(a.vector, b.vector),
    sharedTopics,
    bridge: sharedTopics.length > 0 ? null : await bridgeOf(a, b, topics, space),
  };
}

/** A chain is as strong as its weaker half: the topic whose smaller cosine with the two is largest. */
async function bridgeOf(
  a: Candidate,
  b: Candidate,
  topics: PassageTopics,
  space: PassageSpace,
): Promise<Topic | null> {
  const carried = [...topics.of(a.id), ...topics.of(b.id)];
  const vectors = await space.topics(carried.map(({ id }) => id));
  let bridge: Topic | null = null;
  let best = Number.NEGATIVE_INFINITY;
  for (const topic of carried) {
    const vector = vectors.get(topic.id);
    if (vector === undefined) continue;
    const nearness = Math.min(cosine(vector, a.vector), cosine(vector, b.vector));
    if (nearness > best || (nearness === best && topic.id < bridge!.id)) {
      best = nearness;
      bridge = topic;
    }
  }
  return bridge;
}
