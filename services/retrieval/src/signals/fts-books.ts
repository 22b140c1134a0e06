/** Signal 1: the reader's words against a book's title, authors, subjects and description. */
import { byRaw, QUOTED_LIFT, type RankedItem } from '../fusion/ranked-list.ts';
import { quote } from './fts-query.ts';
import type { Hit } from './hit.ts';
import { keywordHits } from './keyword-hits.ts';
import { LIST_LIMIT, type Question, type SearchIndex, type Signal } from './signal.ts';

/** Books of whose title, authors, subjects or description the reader speaks, best first. */
export function bookHits(question: Question, index: SearchIndex): readonly Hit[] {
  question.shared.books ??= keywordHits(question, index, 'fts_books', LIST_LIMIT);
  return question.shared.books;
}

/** Terms up to which a query can be a name: title and author in full. */
const MAX_NAME_TERMS = 12;
/** Digits from which on a number is an ISBN, not a year. */
const MIN_NUMBER_DIGITS = 10;

/**
 * Books that the reader names: every word stands in title, author, series or ISBN, in any order. One word alone is no
 * name, unless it is a number.
 */
function namedBooks({ words }: Question, { library }: SearchIndex): ReadonlySet<number> {
  const { terms, onlyStopWords } = words;
  const [first] = terms;
  if (first === undefined || onlyStopWords || terms.length > MAX_NAME_TERMS) return new Set();
  const isNumber = first.tokens.join('').length >= MIN_NUMBER_DIGITS && /^\d+x?$/.test(first.tokens.join(''));
  if (terms.length === 1 && !isNumber) return new Set();
  const expression = `{title author_text series numbers} : (${terms.map(quote).join(' AND ')})`;
  const rows = library.statement<[number, number]>('search-books', 'array').all(expression, LIST_LIMIT);
  return new Set(rows.map(([id]) => id));
}

export const ftsBooks: Signal = {
  name: 'fts_books',
  family: 'keyword',
  weight: 1,
  label: 'title and description',
  explanation: 'Your words in titles, authors and descriptions.',
  because: () => 'your words are in its title or description',
  vector: undefined,
  scopes: ['books'],
  rank: (question, index) => {
    const named = namedBooks(question, index);
    return bookHits(question, index)
      .map(({ id, raw }): RankedItem => {
        const item: RankedItem = { id, raw, evidence: { kind: 'book', id } };
        return named.has(id) ? { ...item, lift: QUOTED_LIFT } : item;
      })
      .sort(byRaw);
  },
};
