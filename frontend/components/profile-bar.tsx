import Link from 'next/link';
import type { CSSProperties } from 'react';
import { domainHue } from '../lib/hue.ts';
import { domainUrl } from '../lib/links.ts';
import type { DomainShare } from '../lib/model.ts';
import { wholePercents } from '../lib/signals.ts';
import * as strings from '../lib/strings.ts';

/** A book's domains as one bar, with the same in words beneath. */
export function ProfileBar({ shares }: { shares: readonly DomainShare[] }) {
  const percents = wholePercents(shares.map((s) => s.share));
  const parts = shares.flatMap(({ domain, share }, i) =>
    domain ? [{ ...domain, share, percent: percents[i] ?? 0, style: hue(domain.id) }] : [],
  );
  return (
    <figure aria-label={strings.book.profileLabel}>
      <div aria-hidden="true" className="flex h-3 gap-0.5">
        {parts.map((part) => (
          <span
            key={part.id}
            className="hue-solid min-w-0.5"
            style={{ ...part.style, flexGrow: part.share }}
          />
        ))}
      </div>
      <figcaption>
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-0.5">
          {parts.map((part) => (
            <li key={part.id}>
              <Link
                href={domainUrl(part.id)}
                prefetch={false}
                className="quiet-link inline-flex min-h-7 items-center gap-2 text-ink-2"
              >
                <span aria-hidden="true" className="hue-solid size-2.5" style={part.style} />
                {part.label}
                <span className="text-ink-3">{part.percent} %</span>
              </Link>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function hue(domainId: number): CSSProperties {
  return { '--hue': domainHue(domainId) } as CSSProperties;
}
