import { percent } from '../../lib/format.ts';
import type { Book, Passage } from '../../lib/model.ts';
import { pages } from '../../lib/passage/citation.ts';
import { excerpt, shiftRanges, type TextRange } from '../../lib/passage/highlight.ts';
import { passageText } from '../../lib/passage/passage-text.ts';
import { placeUrl } from '../../lib/reader/place-links.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { CopyCitation } from './copy-citation.tsx';
import { CopyQuote } from './copy-quote.tsx';
import { ExcerptText } from './excerpt-text.tsx';
import { PassageMenu } from './passage-menu.tsx';

/** Length of a quotation in UTF-16 units: about three lines of a result. */
const SHORT_QUOTE = 250;
/** Where the passage is the answer: about five lines. */
export const LONG_QUOTE = 430;

interface PassageQuoteProps {
  /** `sentences`, where the service found them, are near to the query in meaning. */
  passage: Passage & { sentences?: readonly TextRange[] };
  /** Language tag of the book. */
  language: string;
  query?: string;
  /** With it there is a menu of what else can be done with the passage. */
  book?: Book;
  maxLength?: number;
}

/** The telling part of a passage with its hits marked, and the way to its place in the book. */
export function PassageQuote({ passage, language, query, book, maxLength = SHORT_QUOTE }: PassageQuoteProps) {
  const { text, ranges, sentences } = passageText(passage);
  // What the passage says to the question matters more than where its words stand.
  const cut = excerpt(text, sentences.length > 0 ? sentences : ranges, maxLength);
  const shown = (some: readonly TextRange[]) => shiftRanges(some, cut.start, cut.text.length);
  const section = passage.section?.title || strings.result.section(passage.section?.index ?? 0);
  return (
    <figure>
      <blockquote lang={language || undefined} className="prose max-w-[68ch] text-body text-ink hyphens-auto">
        {/* The way that "Read in context" names, for the pointer: in reach of the Tab key once is enough. */}
        <a href={placeUrl(passage, query)} tabIndex={-1} className="quote-link">
          <ExcerptText cut={cut} ranges={shown(ranges)} sentences={shown(sentences)} />
        </a>
      </blockquote>
      <figcaption className="mt-1 flex flex-wrap items-center gap-x-3 text-meta text-ink-3">
        <span lang={language || undefined}>
          {strings.result.place(section, percent(passage.position), pages(passage.page))}
        </span>
        <a
          href={placeUrl(passage, query)}
          data-open="passage"
          className="link inline-flex min-h-6 items-center"
        >
          {strings.result.read}
        </a>
        {book ? (
          <PassageMenu id={passage.id} title={book.title} text={text}>
            <li>
              <CopyQuote place={{ book, ...passage }} text={text} href={placeUrl(passage)} />
            </li>
            <li>
              <CopyCitation place={{ book, ...passage }} />
            </li>
          </PassageMenu>
        ) : null}
      </figcaption>
    </figure>
  );
}
