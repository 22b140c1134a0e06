/** The shelf that the contract's tests share, and what they ask of its store. */
import assert from 'node:assert/strict';
import { meaningfulBook, pile, SHELF } from '../search/shelf.test-support.ts';
import { wordsOf } from '../words/words.ts';
import type { Store } from './store.ts';
import type { PassageTerm, QueryTerm, WantedTerm } from './text-search.ts';

export const term = (text: string): QueryTerm => {
  const words = wordsOf(text);
  return {
    tokens: words.map(({ folded }) => folded),
    stems: words.map(({ stem }) => stem),
    quoted: words.length > 1,
    prefix: false,
    completions: [],
    joined: undefined,
  };
};
export const any = (...texts: string[]): WantedTerm[] =>
  texts.map((text) => ({ term: term(text), required: false }));

/** The id of a topic by its label. */
export async function topicId({ text, catalogue }: Store, label: string): Promise<number> {
  const hits = await text.topics([{ term: term(label), required: true }], 100);
  const labels = await catalogue.topics(hits.map(({ id }) => id));
  const known = hits.find(({ id }) => labels.get(id)?.label === label);
  assert.ok(known, label);
  return known.id;
}

/** Themes "The sea" (domain "Adventure") and "House and garden" (domain "Daily life"). */
export async function groupStore(store: Store, merges: [string, string][] = []): Promise<void> {
  const theme = async (label: string, domain: number, topics: string[]) => ({
    ...{ label, subtitle: topics.join(', '), domain, x: 0, y: 0, z: 0, mapX: 0.25, mapY: -0.5 },
    members: {
      topics: Uint32Array.from(await Promise.all(topics.map((topic) => topicId(store, topic)))),
      weights: Float64Array.from(topics, (_topic, i) => 1 / (i + 1)),
    },
  });
  const pairs = await Promise.all(merges.flat().map((label) => topicId(store, label)));
  await store.write('putGrouping', {
    recipe: 'test',
    merges: Uint32Array.from(pairs),
    domains: ['Adventure', 'Daily life'],
    themes: [
      await theme('The sea', 0, ['storm at sea', 'whaling voyage', 'white whale']),
      await theme('House and garden', 1, ['herb', 'kitchen garden', 'baking bread']),
    ],
    centroids: pile(['sea storm whale', 'kitchen bread garden']),
  });
}

/** An empty store, and what closes it. */
export interface OpenStore {
  store: Store;
  close(): Promise<void>;
}

/** A store with the books and themes of the shelf. */
export class ContractShelf {
  readonly store: Store;
  readonly #ids: ReadonlyMap<string, number>;

  private constructor(store: Store, ids: ReadonlyMap<string, number>) {
    this.store = store;
    this.#ids = ids;
  }

  static async fill(store: Store): Promise<ContractShelf> {
    const ids = new Map<string, number>();
    for (const spec of SHELF) {
      ids.set(spec.title!, (await store.write('putBook', meaningfulBook(spec))).bookId);
    }
    await groupStore(store);
    return new ContractShelf(store, ids);
  }

  /** The id of a book by its title. */
  book(title: string): number {
    return this.#ids.get(title)!;
  }

  passageTerms(...texts: string[]): Promise<PassageTerm[]> {
    return Promise.all(
      texts.map(async (text) => {
        const own = term(text);
        const phrase = own.tokens.length > 1 ? await this.store.text.findPhrase(own) : undefined;
        return { term: own, phrase, required: false, weight: 1 };
      }),
    );
  }

  async textsOf(hits: readonly { id: number }[]): Promise<string[]> {
    const texts = await this.store.text.texts(hits.map(({ id }) => id));
    return hits.map(({ id }) => texts.get(id) ?? '');
  }
}
