import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percent } from '../format.ts';
import { citation, quoteWithSource } from './citation.ts';

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

test('what a book says stays text in the notes it is pasted into', () => {
  const hostile = '![x](http://evil.example/pixel.png) <img src=//evil.example> [a](javascript:x) `b` *c*';
  const source = citation({
    book: { title: hostile, authors: [hostile], year: 0 },
    section: { index: 0, title: hostile },
    position: 0,
  });
  const quoted = quoteWithSource(hostile, source, 'http://box/x');
  // Everything that opens markup in CommonMark stands behind a backslash, but for the quotation's own signs.
  const own = quoted.replaceAll(/^>( |$)/gm, '').replaceAll(/(?<!\\)\*(?=!|,)/g, '');
  assert.doesNotMatch(own, /(?<!\\)[[\]<>`*]/);
});
