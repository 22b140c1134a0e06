import type { CSSProperties } from 'react';
import * as strings from '../../lib/browse/browse-strings.ts';
import { domainHue } from '../../lib/browse/hue.ts';
import { percent } from '../../lib/format.ts';
import { domainUrl } from '../../lib/links.ts';
import type { Domain } from '../../lib/model.ts';

/** The domains with their share of the library as bars, the largest as long as its place; at most `limit`. */
export function DomainBars({ domains, limit }: { domains: readonly Domain[]; limit?: number }) {
  const largest = Math.max(...domains.map((d) => d.share), 0.000_1);
  const sorted = domains.toSorted((a, b) => b.share - a.share || a.id - b.id).slice(0, limit);
  return (
    <ul className="grid gap-x-12 md:grid-cols-2">
      {sorted.map((domain) => (
        <li key={domain.id} className="border-b border-line">
          <a
            href={domainUrl(domain.id)}
            className="group grid min-h-11 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 py-2.5"
          >
            <span className="font-serif text-body group-hover:text-accent">{domain.label}</span>
            <span className="text-meta text-ink-3">
              {strings.domains.counts(domain.themes, domain.books)}
            </span>
            <span className="h-1.5 bg-sunk" aria-hidden="true">
              <span
                className="hue-solid block h-1.5"
                style={
                  {
                    width: `${(domain.share / largest) * 100}%`,
                    '--hue': domainHue(domain.id),
                  } as CSSProperties
                }
              />
            </span>
            <span className="text-end text-meta text-ink-3">{percent(domain.share)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
