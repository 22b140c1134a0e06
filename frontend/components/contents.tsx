import Link from 'next/link';
import { readUrl } from '../lib/links.ts';
import type { SectionRef } from '../lib/model.ts';
import * as strings from '../lib/strings.ts';

/** Sections shown before "show all". */
const FIRST = 24;

interface ContentsProps {
  bookId: number;
  sections: readonly SectionRef[];
  language: string;
}

/** A book's sections in reading order. */
export function Contents({ bookId, sections, language }: ContentsProps) {
  const rest = sections.slice(FIRST);
  const items = (some: readonly SectionRef[]) => (
    <ol className="gap-x-10 sm:columns-2">
      {some.map((section) => {
        const kind = strings.book.sectionKinds[section.kind] ?? '';
        return (
          <li key={section.index} className="break-inside-avoid">
            <Link
              href={readUrl(bookId, section.index)}
              prefetch={false}
              className="flex min-h-9 items-baseline gap-2 py-1.5 hover:text-accent"
            >
              <span
                lang={language || undefined}
                className={`font-serif text-body ${kind ? 'text-ink-2' : ''}`}
              >
                {section.title || strings.result.section(section.index)}
              </span>
              {kind ? <span className="text-meta text-ink-3">{kind}</span> : null}
            </Link>
          </li>
        );
      })}
    </ol>
  );
  return (
    <>
      {items(sections.slice(0, FIRST))}
      {rest.length > 0 ? (
        <details>
          <summary className="link inline-flex min-h-8 items-center">
            {strings.book.showAll(sections.length)}
          </summary>
          {items(rest)}
        </details>
      ) : null}
    </>
  );
}
