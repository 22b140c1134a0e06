/** What fields and minus signs of a typed query leave: books by author, title and language, and passages without a word. */
import { catalogue } from '../browse/catalogue.ts';
import { parseQuery } from '../signals/fts-query.ts';
import { passagesHolding } from '../signals/keyword-hits.ts';
import { questionOf, type SearchFilter, type SearchIndex } from '../signals/signal.ts';
import { type CatalogueBook, folded } from '../store/book-filter.ts';
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

const FITS: Record<QueryField, (value: string, book: CatalogueBook) => boolean> = {
  author: (value, { authors }) => authors.some((author) => fits(value, author)),
  title: (value, { title }) => fits(value, title),
  in: (value, { id, title }) => (/^\d+$/.test(value) ? id === Number(value) : fits(value, title)),
  lang: (value, { language }) => folded(value).split(/[-_]/)[0] === language,
};

/** For each field how many books fit it, so that a reader sees which one is mistyped. */
export function fieldMatches({ narrowings }: TypedQuery, { library }: SearchIndex): FieldMatch[] {
  return narrowings.map(({ field, value }) => ({
    field,
    value,
    books: catalogue(library).filter((book) => FITS[field](value, book)).length,
  }));
}

/** The filter narrowed further by what was typed; undefined if neither asks anything. */
export function narrowedByTyping(
  filter: SearchFilter | undefined,
  typed: TypedQuery,
  index: SearchIndex,
): SearchFilter | undefined {
  if (typed.narrowings.length === 0 && typed.excluded.length === 0) return filter;
  const fields = Map.groupBy(typed.narrowings, ({ field }) => field);
  const books = catalogue(index.library).filter(
    (book) =>
      (filter === undefined || filter.books.has(book.id)) &&
      [...fields].every(([field, wanted]) => wanted.some(({ value }) => FITS[field](value, book))),
  );
  const without = new Set<number>();
  for (const term of typed.excluded) {
    const question = questionOf(parseQuery(`"${term}"`), 'passages');
    for (const passage of passagesHolding(question, index)) without.add(passage);
  }
  return {
    books: new Set(books.map(({ id }) => id)),
    passages: filter?.passages,
    ...(without.size > 0 && { without }),
  };
}
