import type { CSSProperties } from 'react';
import * as strings from '../../lib/browse/browse-strings.ts';
import { domainHue } from '../../lib/browse/hue.ts';
import { domainUrl, themeUrl } from '../../lib/links.ts';
import type { DomainShare, ThemeShare } from '../../lib/model.ts';
import { wholePercents } from '../../lib/search/signals.ts';

interface ProfileBarProps {
  shares: readonly DomainShare[];
  /** The book's themes, listed under their domains. */
  themes: readonly ThemeShare[];
}

/** Domains named before "show all": the small ones matter least. */
const FIRST = 9;

/** A book's domains as one bar; beneath, the same in words, each opening to its themes. */
export function ProfileBar({ shares, themes }: ProfileBarProps) {
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
            title={`${part.label}, ${part.percent} %`}
            className="hue-solid min-w-0.5"
            style={{ ...part.style, flexGrow: part.share }}
          />
        ))}
      </div>
      <figcaption>
        <ProfileParts parts={parts.slice(0, FIRST)} themes={themes} />
        {parts.length > FIRST ? (
          <details>
            <summary className="link inline-flex min-h-8 items-center">
              {strings.book.showAll(parts.length)}
            </summary>
            <ProfileParts parts={parts.slice(FIRST)} themes={themes} />
          </details>
        ) : null}
      </figcaption>
    </figure>
  );
}

interface Part {
  id: number;
  label: string;
  percent: number;
  style: CSSProperties;
}

function ProfileParts({ parts, themes }: { parts: readonly Part[]; themes: readonly ThemeShare[] }) {
  return (
    <ul className="mt-2 flex flex-wrap items-start gap-x-6">
      {parts.map((part) => {
        const own = themes.flatMap(({ theme }) => (theme?.domain?.id === part.id ? [theme] : []));
        return (
          <li key={part.id} className="max-w-full">
            {own.length === 0 ? (
              <a href={domainUrl(part.id)} className="quiet-link profile-part">
                <PartName part={part} />
              </a>
            ) : (
              <details>
                <summary className="quiet-link profile-part">
                  <PartName part={part} />
                </summary>
                <ul className="mb-2 ps-4.5">
                  {own.map((theme) => (
                    <li key={theme.id}>
                      <a href={themeUrl(theme.id)} className="link inline-flex min-h-7 items-center">
                        {theme.label}
                      </a>
                    </li>
                  ))}
                  <li>
                    <a
                      href={domainUrl(part.id)}
                      className="quiet-link inline-flex min-h-7 items-center text-ink-3"
                    >
                      {strings.themes.domain}: {part.label}
                    </a>
                  </li>
                </ul>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function PartName({ part }: { part: Part }) {
  return (
    <>
      <span aria-hidden="true" className="hue-solid size-2.5" style={part.style} />
      {part.label}
      <span className="text-ink-3">{part.percent} %</span>
    </>
  );
}

function hue(domainId: number): CSSProperties {
  return { '--hue': domainHue(domainId) } as CSSProperties;
}
