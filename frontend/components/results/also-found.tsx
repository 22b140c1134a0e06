import { domainUrl, themeUrl, topicUrl } from '../../lib/links.ts';
import type { SearchAnswer } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { type Scope, type SearchState, searchUrl } from '../../lib/search/search-url.ts';
import { UrlLink } from '../ui/url-link.tsx';
import { ResultRow } from './result-row.tsx';

interface Label {
  id: number;
  label: string;
  books: number;
}

/** Below the books of the page of everything: passages of other books, then topics, themes and domains in a line each. */
export function AlsoFound({ answer, state }: { answer: SearchAnswer; state: SearchState }) {
  const asked = answer.signals;
  const topics = answer.topics.flatMap(({ topic }) => topic ?? []);
  const themes = answer.themes.flatMap(({ theme }) => theme ?? []);
  const domains = answer.domains.flatMap(({ domain }) => domain ?? []);
  return (
    <>
      {answer.foundInside.length > 0 ? (
        <section aria-labelledby="found-inside" className="border-t border-line pt-5">
          <BandHead
            id="found-inside"
            title={strings.search.foundInside}
            scope="passages"
            {...{ answer, state }}
          />
          <ol className="divide-y divide-line">
            {answer.foundInside.map((result) => (
              <li key={result.passage?.id ?? result.rank} className="py-(--row)" data-row="">
                <ResultRow result={result} passages query={answer.query} asked={asked} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <Labels scope="themes" labels={themes} href={themeUrl} {...{ answer, state }} />
      <Labels scope="topics" labels={topics} href={topicUrl} {...{ answer, state }} />
      <Labels scope="domains" labels={domains} href={domainUrl} {...{ answer, state }} />
    </>
  );
}

interface BandProps {
  scope: Scope;
  answer: SearchAnswer;
  state: SearchState;
}

/** One line of names that lead to their pages. */
function Labels({
  scope,
  labels,
  href,
  ...rest
}: BandProps & { labels: Label[]; href: (id: number) => string }) {
  if (labels.length === 0) return null;
  return (
    <section aria-labelledby={`found-${scope}`} className="border-t border-line py-5">
      <BandHead id={`found-${scope}`} title={strings.search.scope[scope]} scope={scope} {...rest} />
      <ul className="flex flex-wrap gap-2">
        {labels.map(({ id, label, books }) => (
          <li key={id}>
            <a href={href(id)} className="chip gap-2">
              {label}
              {books > 0 ? (
                <span className="text-meta text-ink-3">{strings.search.inBooks(books)}</span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The heading of a band, with the way to all of its kind. */
function BandHead({ id, title, scope, answer, state }: BandProps & { id: string; title: string }) {
  const count = answer.counts[scope];
  return (
    <div className="flex items-baseline justify-between gap-4">
      <h2 id={id} className="section-heading">
        {title}
      </h2>
      <UrlLink
        href={searchUrl({ ...state, scope, page: 1 })}
        className="link inline-flex min-h-6 items-center"
      >
        {count ? strings.search.seeAll(count.count, count.exact) : strings.search.seeMore}
      </UrlLink>
    </div>
  );
}
