import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Chunk, ParsedBook, Section } from '../book.ts';
import { buildConceptSpace } from './concept-space.ts';
import { extractTopics } from './extract.ts';
import { loadLexicon } from './lexicon.ts';
import { dot } from './vectors.ts';
import { joinDomains } from './vocabulary.ts';
import { wordsEmbedder } from './words-embedder.test-support.ts';

const TEXTS = [
  'The whaling voyage began at dawn. The harpooneers stood in the bow, and Captain Vane watched the whaling grounds.',
  'A storm broke the mast. Captain Vane ordered the crew to cut the rigging, and the ship drifted among icebergs.',
  'In the kitchen of the inn the cook baked bread in a brick oven. The bread oven smoked, and Captain Vane coughed.',
];

function section(index: number, kind: Section['kind'], text: string): Section {
  const block = { type: 'paragraph', text, level: 0 } as const;
  return { index, title: `Part ${index}`, kind, depth: 0, href: `${index}.xhtml`, blocks: [block] };
}

const book: ParsedBook = {
  title: 'The Northern Grounds',
  authors: ['A. Writer'],
  language: 'en',
  year: 1900,
  description: 'A captain looks for a lost whaling fleet among the icebergs of the north.',
  subjects: ['Whaling -- Fiction', 'Sea stories', 'Writer, A., 1850-1910'],
  publisher: '',
  identifiers: [],
  series: '',
  seriesIndex: 0,
  titleSort: '',
  authorSort: '',
  subtitle: '',
  sections: [
    section(0, 'front', 'Printed for the sellers.'),
    ...TEXTS.map((text, i) => section(i + 1, 'body', text)),
  ],
  cover: undefined,
};
const chunks: Chunk[] = book.sections.map(({ index, blocks: [block] }) => ({
  sectionIndex: index,
  start: 0,
  end: block!.text.length,
  text: block!.text,
  blocks: [{ type: 'paragraph', level: 0, start: 0, end: block!.text.length, continued: false }],
  words: block!.text.split(' ').length,
  tokens: 40,
}));
const vectors = await wordsEmbedder(
  chunks.map((chunk) => chunk.text),
  'PASSAGE',
);

const space = await buildConceptSpace(
  joinDomains([
    {
      name: 'Seafaring',
      concepts: [{ name: 'whaling voyages', aliases: ['whaling', 'whalers', 'harpoons'] }],
    },
    { name: 'Food', concepts: [{ name: 'bread baking', aliases: ['bread', 'oven', 'cook'] }] },
  ]),
  loadLexicon(),
  wordsEmbedder,
);
const extract = (
  of: ParsedBook,
  parts: readonly Chunk[],
  partVectors: readonly Float32Array[],
  embed = wordsEmbedder,
) => extractTopics(of, parts, partVectors, embed, space);

describe('extractTopics', () => {
  it('gives body chunks their phrases and leaves others out', async () => {
    const { chunks: linked, topics } = await extract(book, chunks, vectors);
    assert.deepEqual(
      linked.map(({ chunk }) => chunk),
      [1, 2, 3],
    );
    const labels = linked.map(({ topics: list }) => list.map(({ topic }) => topics[topic]!.label));
    assert.ok(
      labels[0]!.some((label) => label.startsWith('whaling')),
      String(labels[0]),
    );
    assert.ok(
      labels[2]!.some((label) => /bread|oven/.test(label)),
      String(labels[2]),
    );
    for (const { topics: list } of linked) {
      const kinds = list.map(({ topic }) => topics[topic]!.kind);
      assert.ok(kinds.filter((kind) => kind === 'phrase').length <= 5);
      assert.ok(kinds.filter((kind) => kind === 'concept').length <= 2);
      assert.ok(list.every(({ score }) => score > 0));
    }
  });

  it('gives every topic a key of its own, phrases and concepts a unit vector, names none', async () => {
    const { topics } = await extract(book, chunks, vectors);
    const ids = topics.map(({ kind, key }) => `${kind} ${key}`);
    assert.equal(new Set(ids).size, ids.length);
    for (const { kind, vector } of topics) {
      if (kind === 'name') assert.equal(vector, undefined);
      else assert.ok(Math.abs(dot(vector!, vector!) - 1) < 1e-4);
    }
    const vane = topics.find(({ label }) => label === 'Captain Vane');
    assert.deepEqual([vane?.kind, vane?.nameKind, vane?.count], ['name', 'person', 3]);
    assert.ok(!topics.some(({ kind, key }) => kind !== 'name' && key.includes('vane')));
  });

  it('takes book phrases from subjects, description and text, and drops names and forms', async () => {
    const { phrases } = await extract(book, chunks, vectors);
    const labels = phrases.map(({ label }) => label);
    assert.ok(labels.includes('Whaling') && labels.includes('Sea stories'), String(labels));
    assert.ok(
      labels.some((label) => label.includes('whaling fleet')),
      String(labels),
    );
    assert.ok(!labels.some((label) => /Fiction|Writer|1850/.test(label)), String(labels));
    assert.ok(phrases.length <= 25);
    assert.deepEqual(
      phrases.map(({ weight }) => weight),
      phrases.map(({ weight }) => weight).sort((a, b) => b - a),
    );
  });

  it('gives the same result each time, whatever was extracted in between', async () => {
    const first = await extract(book, chunks, vectors);
    const other: ParsedBook = { ...book, title: 'Other', sections: [section(0, 'body', TEXTS[2]!)] };
    await extract(other, [{ ...chunks[3]!, sectionIndex: 0 }], [vectors[3]!]);
    // Another function around the same model, as each book of a run has.
    const again = await extract(book, chunks, vectors, (texts, kind) => wordsEmbedder(texts, kind));
    assert.deepEqual(again, first);
  });

  it('survives a book without any text', async () => {
    const empty: ParsedBook = { ...book, description: '', subjects: [], sections: [] };
    const result = await extract(empty, [], []);
    assert.deepEqual([result.topics, result.chunks, result.phrases], [[], [], []]);
    assert.ok(Math.abs(dot(result.vector, result.vector) - 1) < 1e-4);
  });

  it('refuses vectors that do not match the chunks', async () => {
    await assert.rejects(extract(book, chunks, vectors.slice(1)), RangeError);
  });
});
