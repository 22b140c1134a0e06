import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionOf, paletteOptions } from './palette-options.ts';

const texts = (text: string) => paletteOptions(text, []).map((option) => option.text);

test('an empty palette offers every page and every action, and no search', () => {
  const options = paletteOptions('', []);
  assert.ok(options.some(({ href }) => href === '/trail'));
  assert.ok(options.some((option) => actionOf(option) === 'theme dark'));
  assert.ok(!options.some(({ kind }) => kind === 'search'));
});

test('text leaves what has a word that begins with it, whatever its case and accents', () => {
  assert.deepEqual(texts('DÁR').slice(0, 1), ['Theme: dark']);
  assert.ok(!texts('ark').includes('Theme: dark'));
});

test('the library’s own come after the pages, a trail and the search last', () => {
  const theme = { kind: 'theme' as const, id: 4, text: 'thebes', books: 2 };
  const options = paletteOptions('the', [theme]);
  assert.deepEqual(
    options.map(({ kind }) => kind),
    ['page', 'action', 'action', 'action', 'action', 'action', 'theme', 'page', 'search'],
  );
  assert.equal(options.at(-2)?.href, '/trail?from=the');
});
