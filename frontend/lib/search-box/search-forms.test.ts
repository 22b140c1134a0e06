import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTypedQuery } from '../../../services/retrieval/src/search/query-grammar.ts';
import type { Book, Theme } from '../model.ts';
import { searchForms } from './search-forms.ts';

const book = (title: string, authors: string[], language = 'en-GB') => ({ title, authors, language }) as Book;
const themes = (...labels: string[]) => labels.map((label) => ({ label }) as Theme);
const BOOKS = [book('Letters “on” Calm', ['Elena Gracián'])];

test('every form has an example about the library', () => {
  assert.deepEqual(
    searchForms(BOOKS, themes('rope · knot', 'tears and weeping', 'inner freedom', 'solitude')).map(
      ({ query }) => query,
    ),
    [
      '"inner freedom"',
      'solitude author:gracián',
      'solitude title:letters',
      'solitude in:"Letters on Calm"',
      'solitude lang:en',
      'solitude -war',
    ],
  );
});

test('the service understands each example as the form it stands for', () => {
  for (const { form, query } of searchForms(BOOKS, themes('solitude'))) {
    const { narrowings, excluded, text } = parseTypedQuery(query);
    const understood = [...narrowings.map(({ field }) => field), ...excluded.map(() => 'without')];
    assert.deepEqual(form === 'quoted' ? text : understood, form === 'quoted' ? query : [form]);
  }
});

test('a book that cannot be named is passed over, and without any there is no example', () => {
  const named = searchForms([book('…', ['X']), book('Walden', [], ''), book('Emma', ['Austen'], '')], []);
  assert.equal(named.find(({ form }) => form === 'in')?.query, 'Emma in:Emma');
  assert.equal(named.find(({ form }) => form === 'lang')?.query, 'Emma lang:en');
  assert.deepEqual(searchForms([book('Walden', [])], themes('solitude')), []);
});
