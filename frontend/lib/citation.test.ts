import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citation, quoteWithSource } from './citation.ts';
import { percent } from './format.ts';

const book = { title: 'Moby Dick', authors: ['Herman Melville'], year: 1851 };

test('a citation names author, title, year, chapter and place', () => {
  assert.equal(
    citation({ book, section: { index: 3, title: 'CHAPTER 1. Loomings.' }, position: 0.031 }),
    `Herman Melville, *Moby Dick* (1851), CHAPTER 1. Loomings., ${percent(0.03)}`,
  );
});

test('what a book does not say is left out', () => {
  assert.equal(
    citation({ book: { title: 'Anon', authors: [], year: 0 }, section: null, position: 0 }),
    `*Anon*, ${percent(0)}`,
  );
});

test('every paragraph of a quotation is quoted, and the link stands last', () => {
  assert.equal(
    quoteWithSource(' Call me Ishmael.\n\nSome years ago. ', 'Melville', 'http://box/x'),
    '> Call me Ishmael.\n>\n> Some years ago.\n>\n> — Melville: http://box/x\n',
  );
});
