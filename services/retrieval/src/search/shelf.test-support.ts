/** A small shelf for tests, with an embedder whose vectors are bags of hashed stems: likeness is shared words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueryEmbedder } from '../signals/embedding-port.ts';
import { STOP_WORDS } from '../signals/stop-words.ts';
import type { FinishedBook } from '../store/finished-book.ts';
import { finishedBook, type TestBook, vectorOf } from '../store/sqlite/book.test-support.ts';
import { DIMS } from '../store/sqlite/int8-vector.ts';
import type { Library } from '../store/sqlite/library.ts';
import { openLibrary } from '../store/sqlite/open-library.ts';
import { type SqliteStore, sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { wordsOf } from '../words/words.ts';

export const TEST_FINGERPRINT = 'test-model/int8';

/** Words of the same group share a direction: what a real model knows and spelling does not. */
const SYNONYMS: Record<string, string> = {
  ocean: 'sea',
  cooking: 'kitchen',
  recipes: 'kitchen',
  tyranny: 'dictator',
};

/** Unit vector of a text: the sum of a fixed random direction per stem. */
export function bagOfWords(text: string): Float32Array {
  const sum = new Float32Array(DIMS);
  for (const { folded, stem } of wordsOf(text)) {
    if (STOP_WORDS.has(folded)) continue;
    const direction = vectorOf(wordsOf(SYNONYMS[folded] ?? '')[0]?.stem ?? stem);
    for (let i = 0; i < DIMS; i += 1) sum[i]! += direction[i]!;
  }
  if (sum.every((x) => x === 0)) sum[0] = 1;
  const norm = Math.hypot(...sum);
  return sum.map((x) => x / norm);
}

export function pile(texts: readonly string[]): Float32Array {
  const out = new Float32Array(texts.length * DIMS);
  for (const [i, text] of texts.entries()) out.set(bagOfWords(text), i * DIMS);
  return out;
}

/** A test book whose vectors say what its words say. */
export function meaningfulBook(spec: TestBook): FinishedBook {
  const book = finishedBook({ fingerprint: TEST_FINGERPRINT, ...spec });
  return {
    ...book,
    bookVector: pile([[spec.title ?? '', ...(spec.phrases ?? [])].join(' ')]),
    chunkVectors: pile(spec.chunks.map((chunk) => chunk.text)),
    topicVectors: pile(book.topics.filter((topic) => topic.kind !== 'name').map((topic) => topic.label)),
    phraseVectors: pile(spec.phrases ?? []),
  };
}

export const SHELF: readonly TestBook[] = [
  {
    fileName: 'whales.epub',
    title: 'The Whaling Voyage',
    authors: ['Ada Harbour'],
    phrases: ['whaling voyage', 'open sea', 'harpoon'],
    chunks: [
      {
        text: 'The ship left Nantucket for the whaling grounds, and the sea rose grey.',
        topics: ['whaling voyage'],
      },
      {
        text: 'A white whale broke the water; the harpooner’s hand did not shake.',
        topics: ['white whale', 'harpoon'],
      },
      { text: 'At night the crew told stories of storms on the open sea.', topics: ['storm at sea'] },
    ],
    names: ['Nantucket'],
  },
  {
    fileName: 'storms.epub',
    title: 'Storm Glass',
    authors: ['Ben Gale'],
    phrases: ['storm at sea', 'weather station'],
    chunks: [
      { text: 'The barometer fell and a storm came in from the sea before noon.', topics: ['storm at sea'] },
      {
        text: 'She wrote the weather down each morning, wind and cloud and rain.',
        topics: ['weather record'],
      },
    ],
  },
  {
    fileName: 'bread.epub',
    title: 'Bread and Salt',
    authors: ['Cora Miller'],
    phrases: ['kitchen garden', 'baking bread'],
    chunks: [
      { text: 'Bread wants time: flour, water, salt and a warm kitchen.', topics: ['baking bread'] },
      { text: 'The soup stood on the stove until the kitchen smelled of thyme.', topics: ['soup', 'herb'] },
    ],
  },
  {
    fileName: 'state.epub',
    title: 'The Quiet State',
    authors: ['Dmitri Vale'],
    phrases: ['surveillance state', 'dictator'],
    chunks: [
      {
        text: 'Every wall had an ear, and the dictator knew each whisper.',
        topics: ['surveillance', 'concept:dystopia'],
      },
      {
        text: 'Books were burned in the square while the crowd looked on.',
        topics: ['book burning', 'concept:dystopia'],
      },
    ],
  },
  {
    fileName: 'stoic.epub',
    title: 'Letters on Calm',
    authors: ['Elena Gracián'],
    phrases: ['stoic calm', 'inner freedom'],
    chunks: [
      { text: 'What is not in your power should not trouble your calm.', topics: ['concept:stoicism'] },
      {
        text: 'The slave with a free mind is freer than the dictator he serves.',
        topics: ['inner freedom', 'concept:stoicism'],
      },
    ],
  },
  {
    fileName: 'dragons.epub',
    title: 'What the Dragon Kept',
    authors: ['Fay Ember'],
    phrases: ['dragon hoard', 'old magic'],
    chunks: [
      { text: 'The dragon slept on its hoard and dreamed of old magic.', topics: ['dragon hoard'] },
      { text: 'A spell is a promise that the world agrees to keep.', topics: ['old magic'] },
    ],
  },
  {
    fileName: 'quantum.epub',
    title: 'Small Uncertainties',
    authors: ['Gus Planck'],
    phrases: ['quantum physics', 'uncertainty principle'],
    chunks: [
      {
        text: 'A particle has no place until the quantum measurement asks for one.',
        topics: ['quantum measurement'],
      },
      {
        text: 'Uncertainty is not ignorance; it is how the small world is made.',
        topics: ['uncertainty principle'],
      },
    ],
  },
  {
    fileName: 'garden.epub',
    title: 'A Small Fenced Field',
    authors: ['Hana Moss'],
    phrases: ['kitchen garden', 'soil'],
    chunks: [
      {
        text: 'The soil remembers every spade, and thyme grows between the stones.',
        topics: ['soil', 'herb'],
      },
      { text: 'She brought beans from the garden to the kitchen door.', topics: ['kitchen garden'] },
    ],
  },
];

/** An embedder that can be switched off, slowed down, or given another model. */
export class FakeEmbedder implements QueryEmbedder {
  failure: Error | undefined;
  model = TEST_FINGERPRINT;
  calls: { texts: readonly string[]; kind: string }[] = [];
  async embed(texts: readonly string[], kind: string): Promise<Float32Array[]> {
    this.calls.push({ texts, kind });
    if (this.failure !== undefined) throw this.failure;
    return texts.map(bagOfWords);
  }
  fingerprint(): string {
    return this.model;
  }
}

export interface OpenShelf {
  store: SqliteStore;
  library: Library;
  embedder: FakeEmbedder;
  close(): Promise<void>;
}

/** Opens a library of these books in a folder of its own. */
export async function openShelf(books: readonly TestBook[] = SHELF): Promise<OpenShelf> {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-shelf-'));
  const library = await openLibrary(folder);
  for (const book of books) await library.write('putBook', meaningfulBook(book));
  const store = sqliteStore(library);
  return {
    store,
    library,
    embedder: new FakeEmbedder(),
    async close() {
      await library.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Themes "The sea" (domain "Adventure") and "House and garden" (domain "Daily life"). */
export async function groupShelf(library: Library): Promise<void> {
  const idOf = (label: string) =>
    library.db.prepare('SELECT id FROM topics WHERE label = ?').pluck().get(label) as number;
  const theme = (label: string, domain: number, topics: string[]) => ({
    label,
    subtitle: topics.join(', '),
    domain,
    members: {
      topics: Uint32Array.from(topics, idOf),
      weights: Float64Array.from(topics, (_, i) => 1 / (i + 1)),
    },
    x: 0,
    y: 0,
    z: 0,
    mapX: 0.25,
    mapY: -0.5,
  });
  await library.write('putGrouping', {
    recipe: 'test',
    merges: new Uint32Array(0),
    domains: ['Adventure', 'Daily life'],
    themes: [
      theme('The sea', 0, ['storm at sea', 'whaling voyage', 'white whale']),
      theme('House and garden', 1, ['herb', 'kitchen garden', 'baking bread']),
    ],
    centroids: pile(['sea storm whale', 'kitchen bread garden']),
  });
}
