/** Signal 1: the reader's words against a book's title, authors, subjects and description. */
import { byRaw, QUOTED_LIFT, type RankedItem } from '../fusion/ranked-list.ts';
import type { Store } from '../store/store.ts';
import type { Hit } from './hit.ts';
import { wantedTerms } from './keyword-hits.ts';
import { LIST_LIMIT, type Question, type Signal } from './signal.ts';

/** Books of whose title, authors, subjects or description the reader speaks, best first. */
export function bookHits(question: Question, store: Store): Promise<readonly Hit[]> {
  const find = async () => {
    const terms = await wantedTerms(question, store, 'books');
    return store.text.books(terms, LIST_LIMIT, question.filter?.books);
  };
  question.shared.books ??= find();
  return question.shared.books;
}

/** Terms up to which a query can be a name: title and author in full. */
const MAX_NAME_TERMS = 12;
/** Digits from which on a number is an ISBN, not a year. */
const MIN_NUMBER_DIGITS = 10;

/**
 * Books that the reader names: every word is in title, author, series or ISBN, in any order. One word alone is no
 * name, unless it is a number.
 */
async function namedBooks({ words }: Question, { text }: Store): Promise<ReadonlySet<number>> {
  const { terms, onlyStopWords } = words;
  const [first] = terms;
  if (first === undefined || onlyStopWords || terms.length > MAX_NAME_TERMS) return new Set();
  const isNumber = first.tokens.join('').length >= MIN_NUMBER_DIGITS && /^\d+x?$/.test(first.tokens.join(''));
  if (terms.length === 1 && !isNumber) return new Set();
  return new Set(await text.namedBooks(terms, LIST_LIMIT));
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
  rank: async (question, store) => {
    const named = await namedBooks(question, store);
    return (await bookHits(question, store))
      .map(({ id, raw }): RankedItem => {
        const item: RankedItem = { id, raw, evidence: { kind: 'book', id } };
        return named.has(id) ? { ...item, lift: QUOTED_LIFT } : item;
      })
      .sort(byRaw);
  },
};
