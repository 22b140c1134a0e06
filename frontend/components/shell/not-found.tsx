import * as searchStrings from '../../lib/search/search-strings.ts';
import * as strings from '../../lib/strings.ts';

/** What a page says that does not exist, without the shell around it. */
export function NotFoundNote() {
  return (
    <div className="max-w-reading py-10">
      <h1 className="font-serif text-h1 font-semibold">{strings.errors.notFound}</h1>
      <p className="mt-3 text-body text-ink-2">{strings.errors.notFoundText}</p>
      <p className="mt-6 flex flex-wrap gap-4">
        <a href="/" className="button button-primary">
          {strings.errors.home}
        </a>
        <a href="/books" className="button">
          {searchStrings.search.allBooks}
        </a>
      </p>
    </div>
  );
}
