'use client';

import { useState } from 'react';
import { activeFilters } from '../../lib/filters/filter-labels.ts';
import { NO_FILTERS } from '../../lib/filters/search-filters.ts';
import { foundCount, type SearchAnswer } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { type SearchState, searchUrl } from '../../lib/search/search-url.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { UrlLink } from '../ui/url-link.tsx';
import { WhenOpened } from '../ui/when-opened.tsx';
import { FacetList, type ShownFacet } from './facet-list.tsx';

/** In the order of a reader's use. */
const SHOWN: readonly ShownFacet[] = [
  'author',
  'domain',
  'theme',
  'tag',
  'lang',
  'decade',
  'added',
  'series',
];
/** Anchors of the desktop panels. */
const panelId = (facet: ShownFacet) => `filter-${facet}`;

interface FilterBarProps {
  state: SearchState;
  answer: SearchAnswer | undefined;
}

/** What narrows the search: a panel for each field on a desktop, one sheet on a phone, and what is chosen as chips. */
export function FilterBar({ state, answer }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const active = activeFilters(state, answer?.facets);
  // A field in which nothing differs is no choice, unless something is chosen there.
  const facets = SHOWN.filter((facet) => answer !== undefined && answer.facets[facet].length > 1);
  if (facets.length === 0 && active.length === 0) return null;
  const found = answer ? foundCount(answer) : { count: 0, exact: true };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <button type="button" className="chip gap-2 md:hidden" onClick={() => setOpen(true)}>
        <Icon name="filter" className="size-4" />
        {strings.filters.all(active.length)}
      </button>
      <ul aria-label={strings.filters.title} className="hidden flex-wrap gap-1 md:flex">
        {facets.map((facet) => (
          <li key={facet}>
            <button type="button" popoverTarget={panelId(facet)} className="chip filter-button gap-1">
              {strings.filters.facet[facet]}
              <Icon name="down" className="size-3.5 text-ink-3" />
            </button>
            <Popover id={panelId(facet)} title={strings.filters.facet[facet]} className="menu-panel">
              <WhenOpened>
                {answer ? <FacetList facet={facet} state={state} values={answer.facets[facet]} /> : null}
              </WhenOpened>
            </Popover>
          </li>
        ))}
      </ul>
      {active.map(({ key, label, without }) => (
        <UrlLink
          key={key}
          href={searchUrl(without)}
          className="chip gap-2 border-accent! bg-accent-soft!"
          aria-label={strings.filters.remove(label)}
        >
          {label}
          <Icon name="close" className="size-3.5" />
        </UrlLink>
      ))}
      {active.length > 1 ? (
        <UrlLink
          href={searchUrl({ ...state, filters: NO_FILTERS, page: 1 })}
          className="link inline-flex min-h-8 items-center"
        >
          {strings.search.clearFilters}
        </UrlLink>
      ) : null}
      {open ? (
        <Sheet
          title={strings.filters.title}
          onClose={() => setOpen(false)}
          foot={
            <button type="button" className="button button-primary w-full" onClick={() => setOpen(false)}>
              {strings.filters.show(found.count, found.exact)}
            </button>
          }
        >
          {facets.map((facet) => (
            <details key={facet} className="border-t border-line">
              <summary className="flex min-h-11 items-center font-medium">
                {strings.filters.facet[facet]}
              </summary>
              {answer ? <FacetList facet={facet} state={state} values={answer.facets[facet]} /> : null}
            </details>
          ))}
        </Sheet>
      ) : null}
    </div>
  );
}
