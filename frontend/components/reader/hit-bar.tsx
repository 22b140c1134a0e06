import { percent } from '../../lib/format.ts';
import type { Passage } from '../../lib/model.ts';
import { excerpt } from '../../lib/passage/highlight.ts';
import { passageText } from '../../lib/passage/passage-text.ts';
import { type HitSteps, hitsBySection } from '../../lib/reader/hits.ts';
import { placeUrl } from '../../lib/reader/place-links.ts';
import { reader, hits as words } from '../../lib/reader/reading-strings.ts';
import { EMPTY_SEARCH, searchUrl } from '../../lib/search/search-url.ts';
import { ExcerptText } from '../passage/excerpt-text.tsx';
import { BackToResults } from '../search/back-to-results.tsx';
import { Icon } from '../ui/icon.tsx';
import { OpensAtCurrent } from '../ui/opens-at-current.tsx';
import { Popover } from '../ui/popover.tsx';
import { PopoverButton } from './popover-button.tsx';

interface HitBarProps {
  bookId: number;
  query: string;
  hits: readonly Passage[];
  /** There are no more than these. */
  all: boolean;
  steps: HitSteps;
  language: string;
}

/** UTF-16 units of a hit in the list. */
const SHORT = 110;

/** From hit to hit of a query within the book, all of them by chapter, and back to all books. */
export function HitBar({ bookId, query, hits, all, steps, language }: HitBarProps) {
  const place = words.place(steps.current + 1, hits.length, all);
  return (
    <div className="hit-bar">
      <Step to={steps.previous} query={query} label={words.previous} keyName="[" icon="left" />
      <PopoverButton panel="hit-list" label={`${words.list}: ${place}`}>
        <span aria-hidden="true">{hits.length === 0 ? '0' : place}</span>
      </PopoverButton>
      <Step to={steps.next} query={query} label={words.next} keyName="]" icon="right" />
      <Popover className="reader-panel" id="hit-list" title={words.label(query)}>
        <BackToResults query={query} label={reader.backTo(query)} keyName="Escape" />
        {all ? null : (
          <p className="text-meta text-ink-2">
            {words.first(hits.length)}{' '}
            <a
              href={searchUrl({ ...EMPTY_SEARCH, query, scope: 'passages', book: bookId })}
              className="link inline-flex min-h-6 items-center"
            >
              {words.searchAll}
            </a>
          </p>
        )}
        {hits.length === 0 ? <p className="text-ink-2">{words.none}</p> : null}
        {hitsBySection(hits).map(({ section, hits: here }) => (
          <section key={section?.index ?? 0} className="mt-3">
            <h3 lang={language || undefined} className="text-meta font-semibold text-ink-2">
              {section?.title || reader.section(section?.index ?? 0)}
            </h3>
            <ol>
              {here.map((hit) => (
                <li key={hit.id} className="border-b border-line">
                  <HitLink
                    hit={hit}
                    query={query}
                    language={language}
                    current={hits[steps.current] === hit}
                  />
                </li>
              ))}
            </ol>
          </section>
        ))}
        <OpensAtCurrent />
      </Popover>
    </div>
  );
}

function HitLink({
  hit,
  query,
  language,
  current,
}: {
  hit: Passage;
  query: string;
  language: string;
  current: boolean;
}) {
  const { text, ranges } = passageText(hit);
  const cut = excerpt(text, ranges, SHORT);
  return (
    <a href={placeUrl(hit, query)} aria-current={current ? 'true' : undefined} className="hit-link">
      <span lang={language || undefined} className="prose">
        <ExcerptText cut={cut} />
      </span>
      <span className="text-meta text-ink-3">{percent(hit.position)}</span>
    </a>
  );
}

function Step({
  to,
  query,
  label,
  keyName,
  icon,
}: {
  to: Passage | undefined;
  query: string;
  label: string;
  keyName: string;
  icon: 'left' | 'right';
}) {
  if (!to) {
    return (
      <span className="reader-tool text-ink-3 opacity-50">
        <Icon name={icon} className="size-5" />
      </span>
    );
  }
  return (
    <a
      href={placeUrl(to, query)}
      aria-label={label}
      aria-keyshortcuts={keyName}
      title={`${label} (${keyName})`}
      data-jump="true"
      className="reader-tool"
    >
      <Icon name={icon} className="size-5" />
    </a>
  );
}
