import * as strings from '../../lib/browse/browse-strings.ts';
import { browse } from '../../lib/browse/browse-strings.ts';
import { rankedBooks } from '../../lib/browse/ranked-books.ts';
import { themesUrl } from '../../lib/browse/themes-url.ts';
import { percent } from '../../lib/format.ts';
import type { BookCount, DistinctTopic, Domain, Theme } from '../../lib/model.ts';
import { EMPTY_SEARCH, searchUrl } from '../../lib/search/search-url.ts';
import { BookCounts } from '../browse/book-counts.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/section.tsx';
import { ThemeList } from './theme-list.tsx';
import { TopicChips } from './topic-chips.tsx';

interface DomainViewProps {
  domain: Domain;
  themes: readonly Theme[];
  books: readonly BookCount[];
  distinct: readonly DistinctTopic[];
}

/** Themes shown of a domain; the list of themes has them all. */
const THEMES = 8;

/** One domain: its size, what sets it apart, its themes, and the books mostly or partly about it. */
export function DomainView({ domain, themes, books, distinct }: DomainViewProps) {
  const ranked = rankedBooks(books, 'relevance');
  const primary = ranked.filter((book) => book.primary);
  const touching = ranked.filter((book) => !book.primary);
  const topics = distinct.flatMap(({ topic }) => topic ?? []);
  return (
    <>
      <PageHead title={domain.label} kind={strings.themes.domain}>
        <p>
          {strings.domains.counts(domain.themes, domain.books)} ·{' '}
          {strings.domains.share(percent(domain.share))}
        </p>
        <a
          href={searchUrl({ ...EMPTY_SEARCH, query: domain.label })}
          aria-keyshortcuts="s"
          className="link inline-flex min-h-8 items-center"
        >
          {strings.themes.searchWithin}
        </a>
      </PageHead>
      <div className="flex flex-col gap-10">
        {topics.length > 0 ? (
          <Section id="distinct" title={browse.distinct}>
            <TopicChips topics={topics} first={20} weighted />
          </Section>
        ) : null}
        <Section id="themes" title={strings.domains.themes}>
          <ThemeList themes={themes.slice(0, THEMES)} />
          {themes.length > THEMES ? (
            <a
              href={themesUrl({ query: '', domainId: domain.id, sort: 'books', page: 1 })}
              className="link mt-3 inline-flex min-h-8 items-center"
            >
              {browse.allThemes(domain.themes)}
            </a>
          ) : null}
        </Section>
        {primary.length > 0 ? (
          <Section id="primary" title={browse.primary}>
            <BookCounts books={primary} />
          </Section>
        ) : null}
        {touching.length > 0 ? (
          <Section id="books" title={primary.length > 0 ? browse.touching : strings.domains.books}>
            <BookCounts books={touching} />
          </Section>
        ) : null}
      </div>
    </>
  );
}
