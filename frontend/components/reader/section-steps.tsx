import type { SectionRef, SectionText } from '../../lib/model.ts';
import { readUrl } from '../../lib/reader/place-links.ts';
import { reader } from '../../lib/reader/reading-strings.ts';
import { Icon } from '../ui/icon.tsx';

interface SectionStepsProps {
  text: SectionText;
  /** 0-based part shown, of how many. */
  part: number;
  parts: number;
  query: string;
}

/** One back, one on: parts of a long section, else sections. */
export function SectionSteps({ text, part, parts, query }: SectionStepsProps) {
  const bookId = text.book?.id ?? 0;
  const index = text.section?.index ?? 0;
  const toPart = (n: number) => {
    const params = new URLSearchParams({ part: String(n + 1) });
    if (query) params.set('q', query);
    return `/books/${bookId}/read/${index}?${params}`;
  };
  const toSection = (section: SectionRef) => ({
    href: readUrl(bookId, section.index, undefined, query),
    label: section.title || reader.section(section.index),
  });
  const previous =
    part > 0
      ? { href: toPart(part - 1), label: reader.previousPart }
      : text.previous && toSection(text.previous);
  const next =
    part < parts - 1 ? { href: toPart(part + 1), label: reader.nextPart } : text.next && toSection(text.next);
  if (!previous && !next) return null;
  return (
    <nav aria-label={reader.sections} className="section-steps no-print">
      {previous ? (
        <a href={previous.href} rel="prev" aria-keyshortcuts="ArrowLeft" className="link">
          <Icon name="left" className="size-4" />
          {previous.label}
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a href={next.href} rel="next" aria-keyshortcuts="ArrowRight" className="link">
          {next.label}
          <Icon name="right" className="size-4" />
        </a>
      ) : null}
    </nav>
  );
}
