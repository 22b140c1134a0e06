import type { CSSProperties } from 'react';
import * as strings from '../../lib/browse/browse-strings.ts';
import { domainHue } from '../../lib/browse/hue.ts';
import { percent } from '../../lib/format.ts';
import { domainUrl } from '../../lib/links.ts';
import type { Domain } from '../../lib/model.ts';

/** All domains with their share of the library as a bar, largest first; the chosen one marked. */
export function DomainList({ domains, current = 0 }: { domains: readonly Domain[]; current?: number }) {
  const largest = Math.max(...domains.map((d) => d.share), 0.000_1);
  const sorted = domains.toSorted((a, b) => b.share - a.share || a.id - b.id);
  return (
    <ul>
      {sorted.map((domain) => (
        <li key={domain.id} className="border-b border-line">
          <a
            href={domainUrl(domain.id)}
            aria-current={domain.id === current ? 'page' : undefined}
            className="domain-row"
          >
            <span className="font-serif text-body leading-snug">{domain.label}</span>
            <span className="text-meta tabular-nums text-ink-2">{percent(domain.share)}</span>
            <span aria-hidden="true" className="bar-track">
              <span
                className="hue-solid block h-full"
                style={
                  {
                    width: `${(domain.share / largest) * 100}%`,
                    '--hue': domainHue(domain.id),
                  } as CSSProperties
                }
              />
            </span>
            <span className="text-meta text-ink-3">
              {strings.domains.counts(domain.themes, domain.books)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
