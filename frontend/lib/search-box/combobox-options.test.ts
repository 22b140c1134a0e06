import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchOptions } from './combobox-options.ts';

const RECENT = ['Getting lost', 'bees'];

test('an empty box offers the recent searches and no search of nothing', () => {
  assert.deepEqual(
    searchOptions(' ', RECENT, []).map((o) => [o.kind, o.text]),
    [
      ['recent', 'Getting lost'],
      ['recent', 'bees'],
    ],
  );
});

test('typing keeps what it begins, and ends with the search itself', () => {
  const suggestions = [{ kind: 'title' as const, id: 5, text: 'How to Get Lost', books: 1 }];
  const options = searchOptions('get', RECENT, suggestions);
  assert.deepEqual(
    options.map((o) => o.kind),
    ['recent', 'title', 'search'],
  );
  assert.equal(options[1]?.href, '/books/5');
});

test('accents need not be typed to find a recent search', () => {
  assert.equal(searchOptions('gracian', ['Gracián on prudence'], [])[0]?.text, 'Gracián on prudence');
});

test('an author leads to a search for the name', () => {
  const [author] = searchOptions('mel', [], [{ kind: 'author', id: 0, text: 'Herman Melville', books: 3 }]);
  assert.equal(author?.href, undefined);
});
