import * as browseStrings from '../../lib/browse/browse-strings.ts';
import type { SectionRef } from '../../lib/model.ts';
import { readUrl } from '../../lib/reader/place-links.ts';
import * as searchStrings from '../../lib/search/search-strings.ts';

/** Sections shown before "show all". */
const FIRST = 24;

interface ContentsProps {
  bookId: number;
  sections: readonly SectionRef[];
  language: string;
  /** The section being read. */
  current?: number;
  query?: string;
}

/** A book's sections in reading order. */
export function Contents({ bookId, sections, language, current, query }: ContentsProps) {
  // While reading, the list has its own panel and is shown whole.
  const shown = current === undefined ? FIRST : sections.length;
  const rest = sections.slice(shown);
  const items = (some: readonly SectionRef[]) => (
    <ol className={current === undefined ? 'gap-x-10 sm:columns-2' : ''}>
      {some.map((section) => {
        const kind = browseStrings.book.sectionKinds[section.kind] ?? '';
        return (
          <li key={section.index} className="break-inside-avoid">
            <a
              href={readUrl(bookId, section.index, undefined, query)}
              aria-current={section.index === current ? 'true' : undefined}
              className="flex min-h-9 items-baseline gap-2 py-1.5 hover:text-accent aria-[current]:text-accent"
            >
              <span
                lang={language || undefined}
                className={`font-serif text-body ${kind ? 'text-ink-2' : ''}`}
              >
                {section.title || searchStrings.result.section(section.index)}
              </span>
              {kind ? <span className="text-meta text-ink-3">{kind}</span> : null}
            </a>
          </li>
        );
      })}
    </ol>
  );
  return (
    <>
      {items(sections.slice(0, shown))}
      {rest.length > 0 ? (
        <details>
          <summary className="link inline-flex min-h-8 items-center">
            {browseStrings.book.showAll(sections.length)}
          </summary>
          {items(rest)}
        </details>
      ) : null}
    </>
  );
}
