import { list } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { Passage, SectionText } from '../../lib/model.ts';
import type { TextRange } from '../../lib/passage/highlight.ts';
import { hitSteps, hitsInOrder } from '../../lib/reader/hits.ts';
import type { Place } from '../../lib/reader/place.ts';
import { withoutTitle } from '../../lib/reader/reading.ts';
import { margin, reader, type } from '../../lib/reader/reading-strings.ts';
import { blocksOfPart, partAt, sectionParts } from '../../lib/reader/section-parts.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { getBook, getPassage, relatedPassages, searchBook } from '../../lib/upstream/library.ts';
import { Contents } from '../book/contents.tsx';
import { Icon } from '../ui/icon.tsx';
import { OpensAtCurrent } from '../ui/opens-at-current.tsx';
import { Popover } from '../ui/popover.tsx';
import { Arrival } from './arrival.tsx';
import { HitBar } from './hit-bar.tsx';
import { JumpBack } from './jump-back.tsx';
import { PassageMargin } from './passage-margin.tsx';
import { PopoverButton } from './popover-button.tsx';
import { ReadingColumn } from './reading-column.tsx';
import { ReadingPosition } from './reading-position.tsx';
import { SectionMarks } from './section-marks.tsx';
import { SectionSteps } from './section-steps.tsx';
import { TypeChoices } from './type-panel.tsx';

interface ReaderPageProps {
  text: SectionText;
  query: string;
  /** The place that the address names. */
  place: Place | undefined;
  /** 1-based part of a long section; 0: the one with the place. */
  part: number;
  /** Its words stand nowhere in the book any more. */
  lost: boolean;
}

/** Passages of other books beside the text. */
const RELATED = 8;
/** Hits that can be gone through; the search page has them all. */
const HITS = 50;

/** A section with the place that the reader came for, and what leads on from it. */
export async function ReaderPage({ text, query, place, lost, part }: ReaderPageProps) {
  const { book, section, passages } = text;
  if (!book || !section) return null;
  const parts = sectionParts(text.blocks);
  const shown = part > 0 ? Math.min(part, parts.length) - 1 : partAt(parts, place?.start ?? 0);
  const range = parts[shown] ?? { start: 0, end: 0 };
  const inPart = passages.filter((p) => p.end > range.start && p.start < range.end);
  const wanted = place && passages.find((p) => p.end > place.start);
  const [detail, context, found] = await Promise.all([
    getBook(book.id),
    // Without a place the margin speaks of where the page begins.
    passageContext(wanted ?? inPart[0], query),
    query === '' ? undefined : searchBook(book.id, query, HITS, 'place'),
  ]);
  const language = book.language;
  const beside = context?.passage ? await relatedPassages(context.passage.id, RELATED) : undefined;
  const title = section.title || reader.section(section.index);
  const blocks = withoutTitle(blocksOfPart(text.blocks, range), shown === 0 ? section.title : '');
  const hits = found?.ok ? hitsInOrder(found.value) : [];
  const allHits = !found?.ok || (found.value.totalExact && found.value.total <= hits.length);
  const steps = hitSteps(hits, section.index, place ?? { start: range.start, end: range.start + 1 });
  const passage = context?.passage ?? null;
  const marked = wanted ? passage : null;
  const quote =
    place && wanted && place.end - place.start < (wanted.end - wanted.start) / 2 ? place : undefined;
  const here = marked
    ? {
        passage: marked,
        label:
          steps.current >= 0 ? reader.passageOf(steps.current + 1, hits.length, allHits) : reader.passage,
        marks: quote ? [quote] : absolute(marked, marked.highlights),
      }
    : undefined;
  const inSection = hits.filter((hit) => hit.section?.index === section.index);
  const others = inSection.filter((hit) => hit.id !== marked?.id);
  const address = place ? `${section.index}:${place.start}-${place.end}` : '';
  return (
    <article className="reader">
      <header className="reader-head">
        <p className="text-ink-2">
          <a
            href={bookUrl(book.id, query)}
            lang={language || undefined}
            className="quiet-link inline-block min-h-6 font-serif font-medium text-ink"
          >
            {book.title}
          </a>
          , {list(book.authors) || strings.result.unknownAuthor}
        </p>
        <h1 lang={language || undefined} className="mt-1 font-serif text-h2 font-semibold">
          {title}
        </h1>
        {parts.length > 1 ? (
          <p className="text-meta text-ink-3">{reader.part(shown + 1, parts.length)}</p>
        ) : null}
        {lost ? (
          <p role="status" className="reader-note">
            {reader.lost}
          </p>
        ) : null}
      </header>
      <nav aria-label={reader.bar} className="reader-bar no-print">
        <p className="reader-place">
          <span lang={language || undefined} className="reader-chapter">
            {title}
          </span>
          <ReadingPosition position={(marked ?? inPart[0])?.position ?? 0} />
        </p>
        {query ? (
          <HitBar
            bookId={book.id}
            query={query}
            hits={hits}
            all={allHits}
            steps={steps}
            language={language}
          />
        ) : null}
        <div className="reader-tools">
          <PopoverButton panel="contents" label={reader.contents}>
            <Icon name="list" className="size-5" />
          </PopoverButton>
          <PopoverButton panel="type" label={type.label} keyName="a">
            <Icon name="type" className="size-5" />
          </PopoverButton>
          <span className="lg:hidden">
            <PopoverButton panel="margin" label={margin.label}>
              <Icon name="quote" className="size-5" />
            </PopoverButton>
          </span>
        </div>
        <Popover className="reader-panel" id="contents" title={reader.contents}>
          <Contents
            bookId={book.id}
            sections={detail.ok ? detail.value.sections : [section]}
            language={language}
            current={section.index}
            query={query}
          />
          <OpensAtCurrent />
        </Popover>
        <Popover className="reader-panel" id="type" title={type.label}>
          <TypeChoices />
        </Popover>
      </nav>
      <div className="reader-text">
        <ReadingColumn
          book={book}
          section={section.index}
          blocks={blocks}
          pages={text.pages}
          passages={inPart}
          here={here}
          query={query}
        />
        <SectionSteps text={text} part={shown} parts={parts.length} query={query} />
      </div>
      {passage ? (
        <aside id="margin" popover="auto" aria-label={margin.label} className="reader-margin">
          <button
            type="button"
            popoverTarget="margin"
            popoverTargetAction="hide"
            aria-label={margin.close}
            className="reader-tool float-end lg:hidden"
          >
            <Icon name="close" className="size-4" />
          </button>
          <PassageMargin
            book={book}
            section={section}
            passage={passage}
            topics={context?.topics ?? []}
            related={beside?.ok ? beside.value.results : undefined}
          />
        </aside>
      ) : null}
      <JumpBack place={address} />
      <Arrival place={address} />
      <SectionMarks
        words={others.flatMap((hit) => absolute(hit, hit.highlights))}
        nearest={inSection.flatMap((hit) => absolute(hit, hit.sentences))}
      />
    </article>
  );
}

async function passageContext(passage: Pick<Passage, 'id'> | undefined, query: string) {
  if (!passage) return undefined;
  const outcome = await getPassage(passage.id, 0, query);
  return outcome.ok ? outcome.value : undefined;
}

/** Ranges within a passage as offsets of its section. */
function absolute(passage: Passage, ranges: readonly TextRange[]): TextRange[] {
  return ranges.map(({ start, end }) => ({ start: passage.start + start, end: passage.start + end }));
}
