import * as browseStrings from '../../lib/browse/browse-strings.ts';
import { bookPage } from '../../lib/browse/browse-strings.ts';
import type { Outcome } from '../../lib/errors/outcome.ts';
import { bookUrl } from '../../lib/links.ts';
import type { SearchAnswer } from '../../lib/model.ts';
import { MAX_QUERY_LENGTH } from '../../lib/search/query.ts';
import { EMPTY_SEARCH, searchUrl } from '../../lib/search/search-url.ts';
import * as strings from '../../lib/strings.ts';
import { PassageQuote } from '../passage/passage-quote.tsx';
import { Section } from '../ui/section.tsx';
import { StateView } from '../ui/state-view.tsx';

interface BookHitsProps {
  bookId: number;
  query: string;
  language: string;
  /** Undefined while nothing is searched. */
  outcome: Outcome<SearchAnswer> | undefined;
}

/** UTF-16 units of the best passage, which stands open; the others are cut shorter. */
const BEST_LENGTH = 900;

/** The box that searches inside one book, and what it found. A plain form: the page comes back with the hits. */
export function BookHits({ bookId, query, language, outcome }: BookHitsProps) {
  return (
    <div className="flex flex-col gap-5">
      <search>
        <form action={bookUrl(bookId)} className="flex max-w-reading gap-2">
          <input
            type="search"
            name="q"
            defaultValue={query}
            maxLength={MAX_QUERY_LENGTH}
            aria-label={browseStrings.book.searchInside}
            placeholder={browseStrings.book.searchInsidePlaceholder}
            autoComplete="off"
            className="field"
          />
          <button type="submit" className="button">
            {strings.shell.search}
          </button>
        </form>
      </search>
      {outcome === undefined ? null : outcome.ok ? (
        <Section id="hits" title={bookPage.hits(query)}>
          {outcome.value.results.length === 0 || !outcome.value.relevant ? (
            <p className="text-ink-2">{browseStrings.book.noHits}</p>
          ) : (
            <>
              <ol className="divide-y divide-line border-y border-line">
                {outcome.value.results.map(({ passage }, i) =>
                  passage ? (
                    <li key={passage.id} className="py-4">
                      <PassageQuote
                        passage={passage}
                        language={language}
                        query={query}
                        {...(i === 0 ? { maxLength: BEST_LENGTH } : {})}
                      />
                    </li>
                  ) : null,
                )}
              </ol>
              {outcome.value.total > outcome.value.results.length ? (
                <a
                  href={searchUrl({ ...EMPTY_SEARCH, query, scope: 'passages', book: bookId })}
                  className="link mt-3 inline-flex min-h-8 items-center"
                >
                  {browseStrings.book.allHits}
                </a>
              ) : null}
            </>
          )}
        </Section>
      ) : (
        <StateView problem={outcome.problem} />
      )}
    </div>
  );
}
