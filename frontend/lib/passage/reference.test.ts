import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reference } from './reference.ts';

const book = { title: 'Moby Dick', subtitle: 'Or, The Whale', authors: ['Herman Melville'], year: 1851 };
const place = { book, section: { index: 3, title: 'Loomings' }, position: 0.03, page: '12–13' };
const unknown = { book: { title: '海', authors: [], year: 0 }, section: null, position: 0.5, page: '' };

test('a reference names author, title, year, chapter and pages', () => {
  assert.equal(
    reference(place, 'text'),
    'Herman Melville, Moby Dick: Or, The Whale (1851), Loomings, pp. 12–13',
  );
  assert.equal(
    reference({ ...place, page: 'xii' }, 'markdown'),
    'Herman Melville, *Moby Dick: Or, The Whale* (1851), Loomings, p. xii',
  );
  assert.equal(reference(unknown, 'text'), '海');
});

test('BibTeX gets an entry in which nothing of a book is TeX', () => {
  assert.equal(
    reference(place, 'bibtex'),
    '@book{melville1851moby,\n  author = {Herman Melville},\n  title = {Moby Dick: Or, The Whale},\n  year = {1851},\n  chapter = {Loomings},\n  pages = {12--13}\n}\n',
  );
  assert.equal(reference(unknown, 'bibtex'), '@book{book,\n  title = {海}\n}\n');
  const hostile = { ...place, book: { ...book, title: '100% \\input{x} & {y}', subtitle: '' } };
  assert.match(reference(hostile, 'bibtex'), /title = \{100\\% inputx \\& y\}/);
});

test('CSL-JSON gets an item that reference managers read', () => {
  assert.deepEqual(JSON.parse(reference(place, 'csl')), [
    {
      id: 'melville1851moby',
      type: 'book',
      title: 'Moby Dick: Or, The Whale',
      author: [{ literal: 'Herman Melville' }],
      issued: { 'date-parts': [[1851]] },
      section: 'Loomings',
      page: '12-13',
    },
  ]);
  assert.deepEqual(JSON.parse(reference(unknown, 'csl')), [{ id: 'book', type: 'book', title: '海' }]);
});
