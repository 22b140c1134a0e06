/** What fields and minus signs of a typed query leave: books by author, title and language, and passages without a word. */

import { parseQuery } from '../signals/fts-query.ts';
import { passagesHolding } from '../signals/keyword-hits.ts';
import { questionOf } from '../signals/signal.ts';
import { type CatalogueBook, folded } from '../store/book-filter.ts';
import type { Store } from '../store/store.ts';
import type { SearchFilter } from '../store/vector-search.ts';
import { beginsWords, typedWords } from '../words/words.ts';
import type { QueryField, QueryNarrowing, TypedQuery } from './query-grammar.ts';

/** One field of the query with the books that fit it. */
export interface FieldMatch extends QueryNarrowing {
  books: number;
}

/** Every word of `value` begins a word of the text. */
function fits(value: string, text: string): boolean {
  const typed = typedWords(value);
  return typed.length > 0 && beginsWords(typed, text);
}

const fullTitle = ({ title, subtitle }: CatalogueBook) => `${title} ${subtitle}`;

/** Books in which a page is looked for: a title may fit a few editions. */
const MAX_PAGED_BOOKS = 8;

/** The passages that stand on one of these printed pages; of `among` only, if there is such a set. */
async function passagesOnPages(
  pages: readonly QueryNarrowing[],
  books: readonly number[],
  among: ReadonlySet<number> | undefined,
  { catalogue }: Pick<Store, 'catalogue'>,
): Promise<Set<number>> {
  const wanted = new Set(pages.map(({ value }) => value.toLowerCase()));
  const found = new Set<number>();
  for (const book of books.slice(0, MAX_PAGED_BOOKS)) {
    const ids = (await catalogue.texts(book)).flatMap(({ id, searchable }) => (searchable ? [id] : []));
    for (const [id, passage] of await catalogue.passages(ids)) {
      const isThere = passage.pages.some(({ label }) => wanted.has(label.toLowerCase()));
      if (isThere && (among?.has(id) ?? true)) found.add(id);
    }
  }
  return found;
}

const FITS: Record<QueryField, (value: string, book: CatalogueBook) => boolean> = {
  author: (value, { authors }) => authors.some((author) => fits(value, author)),
  title: (value, book) => fits(value, fullTitle(book)),
  in: (value, book) => (/^\d+$/.test(value) ? book.id === Number(value) : fits(value, fullTitle(book))),
  // Told by the passages, see passagesOnPages.
  page: () => true,
  lang: (value, { language }) => folded(value).split(/[-_]/)[0] === language,
};

/** For each field how many books fit it, so that a reader sees which one is mistyped. */
export async function fieldMatches(
  { narrowings }: TypedQuery,
  { catalogue }: Pick<Store, 'catalogue'>,
): Promise<FieldMatch[]> {
  const books = narrowings.length === 0 ? [] : await catalogue.allBooks();
  return narrowings.map(({ field, value }) => ({
    field,
    value,
    books: books.filter((book) => FITS[field](value, book)).length,
  }));
}

/** The filter narrowed further by what was typed; undefined if neither asks anything. */
export async function narrowedByTyping(
  filter: SearchFilter | undefined,
  typed: TypedQuery,
  store: Store,
  bookId?: number,
): Promise<SearchFilter | undefined> {
  if (typed.narrowings.length === 0 && typed.excluded.length === 0) return filter;
  const fields = Map.groupBy(typed.narrowings, ({ field }) => field);
  const books = (await store.catalogue.allBooks()).filter(
    (book) =>
      (filter === undefined || filter.books.has(book.id)) &&
      [...fields].every(([field, wanted]) => wanted.some(({ value }) => FITS[field](value, book))),
  );
  const pages = fields.get('page');
  const within = bookId === undefined ? books.map(({ id }) => id) : [bookId];
  const excluded = await holding(typed.excluded, store);
  // A book that the reader names is meant, whatever its title holds.
  if (bookId !== undefined || fields.has('title') || fields.has('in')) excluded.books.clear();
  return {
    books: new Set(books.map(({ id }) => id).filter((id) => !excluded.books.has(id))),
    passages:
      pages === undefined ? filter?.passages : await passagesOnPages(pages, within, filter?.passages, store),
    ...(excluded.passages.size > 0 && { without: excluded.passages }),
    ...(excluded.topics.size > 0 && { withoutTopics: excluded.topics }),
  };
}

interface Holders {
  passages: Set<number>;
  /** By title, authors, subjects and description. */
  books: Set<number>;
  /** By label and aliases. */
  topics: Set<number>;
}

/** What holds one of the words or quotations. */
async function holding(excluded: readonly string[], store: Store): Promise<Holders> {
  const holders: Holders = { passages: new Set(), books: new Set(), topics: new Set() };
  for (const typed of excluded) {
    const words = parseQuery(`"${typed}"`);
    for (const id of await passagesHolding(questionOf(words, 'passages'), store)) holders.passages.add(id);
    const terms = words.terms.map((term) => ({ term, required: true }));
    if (terms.length === 0) continue;
    const books = await store.text.books(terms, store.vectors.count('books'));
    for (const { id } of books) holders.books.add(id);
    const topics = await store.text.topics(terms, store.vectors.count('topics'));
    for (const { owner } of topics) holders.topics.add(owner);
  }
  return holders;
}
