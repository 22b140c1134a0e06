/** What can be typed beside plain words, each form with an example that the reader's own library answers. Pure. */

import type { Book, Theme } from '../model.ts';
import type { help } from './help-strings.ts';

export interface SearchForm {
  form: keyof typeof help.forms;
  /** Can be searched as it is. */
  query: string;
}

/** A word that most libraries can spare. */
const LEFT_OUT = 'war';
const WORD = /[\p{L}\p{N}]+/gu;

/** Examples about a theme and a book of the library; none where there is no book to name. */
export function searchForms(books: readonly Book[], themes: readonly Theme[]): SearchForm[] {
  const book = books.find(({ title, authors }) => longestWord(title) !== '' && lastWord(authors[0]) !== '');
  if (book === undefined) return [];
  // No text contains composed labels ("rope · knot").
  const labels = themes.map(({ label }) => label).filter((label) => !/[·"“”„]/u.test(label));
  const idea = labels.find((label) => wordsOf(label).length === 1) ?? labels[0] ?? longestWord(book.title);
  const phrase = labels.find((label) => wordsOf(label).length === 2) ?? idea;
  return [
    { form: 'quoted', query: `"${phrase}"` },
    { form: 'author', query: `${idea} author:${lastWord(book.authors[0]).toLowerCase()}` },
    { form: 'title', query: `${idea} title:${longestWord(book.title).toLowerCase()}` },
    { form: 'in', query: `${idea} in:${asTerm(book.title)}` },
    { form: 'lang', query: `${idea} lang:${book.language.split('-')[0] || 'en'}` },
    { form: 'without', query: `${idea} -${LEFT_OUT}` },
  ];
}

const wordsOf = (text = '') => text.match(WORD) ?? [];
const lastWord = (text?: string) => wordsOf(text).at(-1) ?? '';
const longestWord = (text: string) =>
  wordsOf(text).reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** One term of the query: in quotation marks where a space would end it. */
function asTerm(title: string): string {
  const plain = title
    .replace(/["“”„]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.includes(' ') ? `"${plain}"` : plain;
}
