import { BOOK_FILTERS, BOOK_SORTS, type BooksState, booksUrl } from '../../lib/browse/books-url.ts';
import { shelf } from '../../lib/browse/browse-strings.ts';
import { MAX_QUERY_LENGTH } from '../../lib/search/query.ts';
import { ChoiceLinks } from './choice-links.tsx';

/** The box that finds by title, author or subject, and the shelf's order and view. */
export function ShelfTools({ state }: { state: BooksState }) {
  return (
    <div className="mt-5 mb-4 flex flex-wrap items-center gap-x-8 gap-y-3">
      <search className="min-w-0 flex-[1_1_20rem]">
        <form action="/books" className="flex gap-2">
          {BOOK_FILTERS.flatMap((name) =>
            state.filters[name].map((value) => (
              <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
            )),
          )}
          {state.sort === 'title' ? null : <input type="hidden" name="sort" value={state.sort} />}
          {state.view === 'grid' ? null : <input type="hidden" name="view" value={state.view} />}
          <input
            type="search"
            name="q"
            defaultValue={state.query}
            maxLength={MAX_QUERY_LENGTH}
            aria-label={shelf.filter}
            placeholder={shelf.filterPlaceholder}
            autoComplete="off"
            className="field"
          />
          <button type="submit" className="button">
            {shelf.apply}
          </button>
        </form>
      </search>
      <ChoiceLinks
        label={shelf.sort}
        current={state.sort}
        choices={BOOK_SORTS.map((sort) => ({
          value: sort,
          label: shelf.sorts[sort],
          href: booksUrl({ ...state, sort, page: 1, show: 1 }),
        }))}
      />
      <ChoiceLinks
        label={shelf.view}
        current={state.view}
        choices={(['grid', 'list'] as const).map((view) => ({
          value: view,
          label: shelf.views[view],
          href: booksUrl({ ...state, view }),
        }))}
      />
    </div>
  );
}
