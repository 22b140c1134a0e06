/** What the pages of one book show: itself, its sections, its journey. */
import { workName } from '@libtrails/common/book-formats';
import type { ContentsEntry__Out as ContentsEntry } from '@libtrails/proto/types/library/v1/ContentsEntry';
import type { SectionRef__Out as SectionRef } from '@libtrails/proto/types/library/v1/SectionRef';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import { readPages } from '../../../words/printed-pages.ts';
import type { BookPage, JourneyPassage, StoredSection, StoredText } from '../../catalogue.ts';
import type { Library } from '../library.ts';
import { type ThemeRow, toTheme } from './by-id.ts';

export function bookPage(
  library: Library,
  book: number,
  shown: { topics: number; names: number; themes: number },
): BookPage | undefined {
  const page = library
    .statement<
      Pick<BookPage, 'description' | 'publisher' | 'passages' | 'addedAt' | 'catalogueLink' | 'rating'>
    >('book-page')
    .get(book);
  if (page === undefined) return undefined;
  const domains = library.statement<{ id: number; label: string; share: number }>('book-domains').all(book);
  return {
    ...page,
    sections: library.statement<SectionRef>('book-sections').all(book),
    phrases: library.statement<string>('book-phrases', 'value').all(book),
    topics: library.statement<Topic>('book-topics').all({ book, limit: shown.topics }),
    names: library.statement<Topic>('book-names').all({ book, limit: shown.names }),
    themes: library.statement<ThemeRow>('book-themes').all({ book, limit: shown.themes }).map(toTheme),
    domains: domains.map(({ share, ...domain }) => ({ domain, share })),
    contents: library.statement<ContentsEntry>('book-contents').all(book),
    themeShares: library
      .statement<{ id: number; share: number }>('book-theme-shares')
      .all(book)
      .slice(0, shown.themes),
    otherFiles: otherFiles(library, book),
  };
}

/** Files of other formats with the book's text. */
function otherFiles(library: Library, book: number): string[] {
  const own = library.statement<string>('book-file', 'value').get(book);
  if (own === undefined) return [];
  const work = workName(own);
  const named = library.statement<string>('sources-of-other-formats', 'value').all({ from: work });
  return named.filter((name) => workName(name) === work);
}

type TextRow = Omit<StoredText, 'searchable'> & { searchable: 0 | 1 };

const toText = (row: TextRow): StoredText => ({ ...row, searchable: row.searchable === 1 });

export function section(library: Library, book: number, index: number): StoredSection | undefined {
  const around = library.statement<SectionRef>('section-neighbours').all({ book, index });
  const at = (place: number) => around.find((other) => other.index === place) ?? null;
  const own = at(index);
  if (own === null) return undefined;
  return {
    section: own,
    previous: at(index - 1),
    next: at(index + 1),
    pages: readPages(library.statement<string>('section-pages', 'value').get({ book, index }) ?? ''),
    texts: library.statement<TextRow>('section-chunks').all(book, index).map(toText),
  };
}

export function bookTexts(library: Library, book: number): StoredText[] {
  return library.statement<TextRow>('book-texts').all(book).map(toText);
}

export function journey(
  library: Library,
  book: number,
): { passages: JourneyPassage[]; occurrences: [number, number, number][] } {
  return {
    passages: library.statement<JourneyPassage>('journey-passages').all(book),
    occurrences: library.statement<[number, number, number]>('journey-themes', 'array').all(book),
  };
}
