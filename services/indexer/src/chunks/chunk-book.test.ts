import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { modelPaths } from '@libtrails/models/paths';
import fc from 'fast-check';
import type { Block, Section } from '../book.ts';
import { sectionText } from './atoms.ts';
import { chunkBook, chunkSection, DEFAULT_CHUNK_OPTIONS } from './chunk-book.ts';
import { openTokenCounter, SPECIAL_TOKENS, type TokenCounter } from './token-counter.ts';

/** One token for three letters: additive over words like the real one, and needs no model. */
const thirds: TokenCounter = async (texts) =>
  texts.map((text) => (text.match(/\S+/g) ?? []).reduce((sum, word) => sum + Math.ceil(word.length / 3), 0));

const paragraph = (text: string): Block => ({ type: 'paragraph', text, level: 0 });
const heading = (text: string): Block => ({ type: 'heading', text, level: 2 });
const section = (blocks: Block[], index = 0): Section => ({
  index,
  title: 't',
  kind: 'body',
  depth: 0,
  href: 'f',
  blocks,
});
const words = (n: number, word = 'abc') => Array.from({ length: n }, () => word).join(' ');
const sentences = (n: number, of: number) =>
  Array.from({ length: n }, () => `Some ${words(of - 1)}.`).join(' ');
const wordsOf = (text: string) => text.match(/\S+/g) ?? [];

const anyWord = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdeé漢.,—’') });
const anyBlock: fc.Arbitrary<Block> = fc.record({
  type: fc.constantFrom('paragraph', 'heading', 'verse', 'quote', 'item'),
  text: fc.array(anyWord, { minLength: 1, maxLength: 120 }).map((list) => list.join(' ')),
  level: fc.constant(0),
});
const options = { targetWords: 30, maxTokens: 80 };

test('every word is in exactly one chunk, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBlock, { minLength: 1, maxLength: 20 }), async (blocks) => {
      const chunks = await chunkSection(section(blocks), 'en', thirds, options);
      assert.deepEqual(
        chunks.flatMap((chunk) => wordsOf(chunk.text)),
        blocks.flatMap((block) => wordsOf(block.text)),
      );
      assert.equal(
        chunks.reduce((sum, chunk) => sum + chunk.words, 0),
        blocks.reduce((sum, block) => sum + wordsOf(block.text).length, 0),
      );
    }),
    { numRuns: 300 },
  );
});

test('a chunk is exactly its slice of the section, and its blocks are slices of the chunk', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBlock, { minLength: 1, maxLength: 20 }), async (blocks) => {
      const text = sectionText(blocks);
      let end = 0;
      let place = -1;
      for (const chunk of await chunkSection(section(blocks), 'en', thirds, options)) {
        assert.equal(chunk.text, text.slice(chunk.start, chunk.end));
        assert.match(text.slice(end, chunk.start), /^\s*$/);
        end = chunk.end;
        for (const span of chunk.blocks) {
          if (!span.continued) place++;
          const block = blocks[place]!;
          assert.equal(span.type, block.type);
          assert.ok(block.text.includes(chunk.text.slice(span.start, span.end)));
        }
        assert.deepEqual(
          chunk.blocks.flatMap((span) => wordsOf(chunk.text.slice(span.start, span.end))),
          wordsOf(chunk.text),
        );
      }
      assert.equal(end, text.length);
      assert.equal(place, blocks.length - 1);
    }),
    { numRuns: 300 },
  );
});

test('no chunk is longer than the window, whatever the text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          anyBlock,
          fc.string({ minLength: 200, maxLength: 900, unit: fc.constantFrom('a', '漢') }).map(paragraph),
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      async (blocks) => {
        for (const chunk of await chunkSection(section(blocks), 'en', thirds, options)) {
          assert.ok(chunk.tokens <= options.maxTokens, `${chunk.tokens} tokens`);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('chunks come near the wanted size and never cross sections', async () => {
  const blocks = Array.from({ length: 40 }, (_, i) => paragraph(words(20 + ((i * 37) % 90))));
  const chunks = await chunkBook(
    { language: 'en', sections: [section(blocks), section(blocks, 1)] },
    thirds,
    DEFAULT_CHUNK_OPTIONS,
  );
  for (const chunk of chunks) assert.ok(chunk.words > 220 && chunk.words < 370, `${chunk.words} words`);
  assert.deepEqual(
    chunks.filter((chunk) => chunk.start === 0).map((chunk) => chunk.sectionIndex),
    [0, 1],
  );
});

test('a heading stays with what follows it', async () => {
  const blocks = [paragraph(words(290)), heading('Title'), paragraph(words(290))];
  const chunks = await chunkSection(section(blocks), 'en', thirds);
  assert.deepEqual(
    chunks.map((chunk) => chunk.blocks.map((span) => span.type)),
    [['paragraph'], ['heading', 'paragraph']],
  );
});

test('paragraphs of usual length stay whole, a longer one is divided between sentences', async () => {
  const whole = await chunkSection(section([paragraph(sentences(17, 20))]), 'en', thirds);
  assert.equal(whole.length, 1);
  const divided = await chunkSection(section([paragraph(sentences(30, 20))]), 'en', thirds);
  assert.deepEqual(
    divided.map(({ words, blocks }) => [words, blocks[0]!.continued]),
    [
      [300, false],
      [300, true],
    ],
  );
  for (const chunk of divided) assert.match(chunk.text, /^Some .*\.$/s);
});

test('titles and initials do not end a sentence', async () => {
  const sentence = `He met Mr. Darcy and Mrs. E. Bennet ${words(13)}.`;
  const text = Array.from({ length: 30 }, () => sentence).join(' ');
  for (const chunk of await chunkSection(section([paragraph(text)]), 'en', thirds)) {
    assert.ok(chunk.text.startsWith('He met'));
  }
});

test('a short last paragraph joins its neighbour where it fits', async () => {
  const chunks = await chunkSection(section([paragraph(words(300)), paragraph('The end.')]), 'en', thirds);
  assert.equal(chunks.length, 1);
});

test('a sentence longer than the window is divided between words', async () => {
  const chunks = await chunkSection(section([paragraph(words(900, 'abcdef'))]), 'en', thirds);
  assert.ok(chunks.length >= 4);
  for (const chunk of chunks) assert.match(chunk.text, /^abcdef(?: abcdef)*$/);
});

test('the same book gives the same chunks', async () => {
  const book = {
    language: 'en',
    sections: [section(Array.from({ length: 50 }, (_, i) => paragraph(words(i * 3 + 1))))],
  };
  assert.deepEqual(await chunkBook(book, thirds), await chunkBook(book, thirds));
});

test("with the model's own tokenizer no chunk is longer than its window", {
  skip: existsSync(modelPaths().tokenizer) ? false : 'the model is not fetched',
}, async () => {
  const count = openTokenCounter();
  const hard = [
    'antidisestablishmentarianism',
    '漢字',
    'http://example.org/a/b?c=d',
    'œ',
    '—',
    '👩‍👩‍👧',
    'x'.repeat(300),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...hard), { minLength: 1, maxLength: 400 }), {
        minLength: 1,
        maxLength: 4,
      }),
      async (lists) => {
        const blocks = lists.map((list) => paragraph(list.join(list.length % 2 === 0 ? ' ' : '')));
        const chunks = await chunkSection(section(blocks), 'en', count);
        const real = await count(chunks.map((chunk) => chunk.text));
        for (const [i, chunk] of chunks.entries()) {
          assert.equal(chunk.tokens, real[i]! + SPECIAL_TOKENS);
          assert.ok(chunk.tokens <= DEFAULT_CHUNK_OPTIONS.maxTokens, `${chunk.tokens} tokens`);
        }
      },
    ),
    { numRuns: 40 },
  );
});
