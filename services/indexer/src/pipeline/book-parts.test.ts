import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, ParsedBook, Section } from '../book.ts';
import { bookParts } from './book-parts.ts';

const block = (text: string, ...pages: [label: string, at: number][]): Block => ({
  type: 'paragraph',
  text,
  level: 0,
  ...(pages.length > 0 && { pages: pages.map(([label, at]) => ({ label, at })) }),
});

test("printed pages are sent by their places in the section's text, each once", () => {
  const section: Section = {
    ...{ index: 0, title: 'One', kind: 'body', depth: 0, href: '' },
    blocks: [block('Plums.', ['ix', 0]), block('Pears.', ['ix', 0], ['1', 3]), block('Figs.', ['', 5])],
  };
  const book: ParsedBook = {
    ...{
      title: 'A Book',
      authors: [],
      language: 'en',
      year: 0,
      description: '',
      subjects: [],
      publisher: '',
    },
    ...{ identifiers: [], series: '', seriesIndex: 0, titleSort: '', authorSort: '', subtitle: '' },
    ...{ sections: [section], cover: undefined },
  };
  const source = {
    fileName: 'a.epub',
    contentHash: '',
    size: 1,
    modifiedMs: 1,
    pipeline: '',
    bookId: 0,
    refusedCode: '',
  };
  const topics = { topics: [], chunks: [], phrases: [], vector: new Float32Array(2) };
  const finished = { book, chunks: [], topics, cover: undefined, words: 0 };
  const parts = [...bookParts(finished, source, 'model')];
  assert.deepEqual(parts.find((part) => part.section)?.section?.pages, [
    { label: 'ix', at: 0 },
    { label: '1', at: 11 },
    { label: '', at: 21 },
  ]);
});
