'use client';

import { useState } from 'react';
import { type Added, type Facet, type Filters, toggled } from '../../lib/filters/search-filters.ts';
import { count } from '../../lib/format.ts';
import { folded } from '../../lib/search/query.ts';
import { type FacetValue, NO_YEAR } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { type SearchState, searchUrl } from '../../lib/search/search-url.ts';
import { Icon } from '../ui/icon.tsx';
import { UrlLink } from '../ui/url-link.tsx';

export type ShownFacet = Facet | 'decade' | 'added';

/** A list this long gets a box to narrow it. */
const LONG = 10;
/** Years in a decade, less one. */
const DECADE = 9;

interface FacetListProps {
  facet: ShownFacet;
  state: SearchState;
  values: readonly FacetValue[];
}

/** The values of one field with how many books each leaves; links, so that a choice has an address. */
export function FacetList({ facet, state, values }: FacetListProps) {
  const [narrow, setNarrow] = useState('');
  const wanted = folded(narrow.trim());
  const shown = wanted === '' ? values : values.filter((v) => folded(v.label).includes(wanted));
  const name = strings.filters.facet[facet];
  return (
    <>
      {values.length > LONG ? (
        <input
          type="search"
          value={narrow}
          onChange={(e) => setNarrow(e.target.value)}
          aria-label={strings.filters.narrow(name)}
          placeholder={strings.filters.narrow(name)}
          className="field mt-2"
        />
      ) : null}
      {shown.length === 0 ? <p className="py-3 text-ink-2">{strings.filters.none}</p> : null}
      <ul className="mt-2 max-h-80 overflow-auto">
        {shown.map(({ value, label, count: books }) => {
          const { filters, chosen } = choose(state.filters, facet, value);
          return (
            <li key={value}>
              <UrlLink
                href={searchUrl({ ...state, filters, page: 1 })}
                stay
                aria-current={chosen || undefined}
                className="menu-row mx-0!"
              >
                <span className="flex size-4 shrink-0 items-center justify-center rounded-control border border-control">
                  {chosen ? <Icon name="check" className="size-3.5 text-accent!" /> : null}
                </span>
                <span className="me-auto">{shownLabel(facet, { value, label })}</span>
                <span className="text-meta text-ink-3">{count(books)}</span>
              </UrlLink>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function shownLabel(facet: ShownFacet, { value, label }: Pick<FacetValue, 'value' | 'label'>): string {
  if (facet === 'added') return strings.filters.addedWithin[value as Added];
  if (facet !== 'decade') return label;
  return value === NO_YEAR ? strings.filters.noYear : strings.filters.decade(Number(value));
}

/** The filters after a click on a value, and whether it is chosen now. */
function choose(filters: Filters, facet: ShownFacet, value: string): { filters: Filters; chosen: boolean } {
  if (facet === 'decade' && value === NO_YEAR) {
    return { filters: { ...filters, undated: !filters.undated }, chosen: filters.undated };
  }
  if (facet === 'decade') {
    const from = Number(value);
    const chosen = filters.from === from && filters.to === from + DECADE;
    const span = chosen ? { from: 0, to: 0 } : { from, to: from + DECADE };
    return { filters: { ...filters, ...span }, chosen };
  }
  if (facet === 'added') {
    const chosen = filters.added === value;
    return { filters: { ...filters, added: chosen ? '' : (value as Added) }, chosen };
  }
  return { filters: toggled(filters, facet, value), chosen: filters[facet].includes(value) };
}
