/** Writes one finished book in one transaction: as a new one, or in place of its earlier version. */

import { storedPages } from '../../../words/printed-pages.ts';
import { type Admission, admit, type SourceRow } from '../../admission.ts';
import { joinAliases } from '../../alias-list.ts';
import type { LibraryChange } from '../../change.ts';
import type { FinishedBook, FinishedTopic, PutOutcome } from '../../finished-book.ts';
import { isGroupingCurrent } from '../../grouping-due.ts';
import { DIMS } from '../int8-vector.ts';
import { firstMeans } from '../vector-centres.ts';
import { createVectorTables } from '../vector-tables.ts';
import { insertWords } from './book-words.ts';
import { clearContent, type Loosened } from './delete-book.ts';
import { recountThemes, recountTopics } from './recount.ts';
import type { ChangeLog, WriteSession } from './session.ts';
import { authorKey, titleKey } from './sort-keys.ts';

/** Where `meta` has the number of books that came or were replaced since the last grouping. */
export const CHANGED_BOOKS_KEY = 'changed_books';

export interface PutBookResult {
  bookId: number;
  outcome: PutOutcome;
  /** As PutBookResponse has it. */
  groupingCurrent: boolean;
  /** Undefined if the book was unchanged. */
  change: LibraryChange | undefined;
}

/**
 * Stores the book. `now` is in milliseconds since 1970.
 * @throws LibTrailsError as `admit` does; the library is as before then
 */
export function putBook(session: WriteSession, book: FinishedBook, now: number): PutBookResult {
  const admission = admitBook(session, book);
  if (admission.outcome === 'unchanged') {
    // A copied file has another time stamp: noted, so that the indexer need not hash it again.
    const { fileName, size, modifiedMs } = book.source;
    session.run('source-touch', { name: fileName, size, modified: modifiedMs });
    return { bookId: admission.bookId, outcome: 'unchanged', groupingCurrent: true, change: undefined };
  }
  const { value, change } = session.write((log) => {
    let id: number;
    let before: Loosened = { topics: [], themes: [] };
    if (admission.outcome === 'replaced') {
      id = admission.bookId;
      const other = takenOver(session, book);
      if (other !== undefined) {
        const reason = `The text of "${book.source.fileName}" in another format`;
        session.run('source-release', { name: other.fileName, reason });
      }
      before = clearContent(session, id, log);
      session.run('fts-books-delete', id);
      session.run('book-update', ...bookColumns(book, now), id);
    } else {
      id = session.run('book-insert', ...bookColumns(book, now));
    }
    session.run('fts-books-insert', id);
    if (session.meta('fingerprint') === undefined) {
      session.setMeta('fingerprint', book.fingerprint);
      createVectorTables(session.db, DIMS);
      for (const [key, mean] of firstMeans(book)) session.setMeta(key, mean);
    }
    session.putVector('books', id, book.bookVector, 0, log);

    insertSections(session, id, book);
    const topicIds = upsertTopics(session, book, log);
    insertChunks(session, id, book, topicIds, log);
    insertNames(session, id, book, topicIds);
    insertPhrases(session, id, book, log);
    putSource(session, book, id);

    const themes = recountTopics(session, new Set([...before.topics, ...topicIds]), log);
    session.run('theme-books-of-book', { book: id });
    recountThemes(session, new Set([...before.themes, ...themes]), log);
    return { bookId: id, groupingCurrent: countChanged(session) };
  });
  return { ...value, outcome: admission.outcome, change };
}

/** Counts this book; returns whether the themes that are there still do. */
function countChanged(session: WriteSession): boolean {
  const changed = Number(session.meta(CHANGED_BOOKS_KEY) ?? 0) + 1;
  session.setMeta(CHANGED_BOOKS_KEY, String(changed));
  const books = session.value<number>('book-count') ?? 0;
  return isGroupingCurrent({ generation: Number(session.meta('generation') ?? 0), changed, books });
}

function admitBook(session: WriteSession, book: FinishedBook): Admission {
  const { source, fingerprint } = book;
  return admit(source, fingerprint, {
    fingerprint: session.meta('fingerprint'),
    source: takenOver(session, book) ?? session.row<SourceRow>('source-by-name', source.fileName),
    sameContent: session.value<string>('source-of-same-content', {
      hash: source.contentHash,
      name: source.fileName,
    }),
  });
}

/** The file whose book this one takes over, if it has one and this file has none. */
function takenOver(session: WriteSession, { source, takesOver = '' }: FinishedBook): SourceRow | undefined {
  if (takesOver === '') return undefined;
  const own = session.row<SourceRow>('source-by-name', source.fileName);
  const other = session.row<SourceRow>('source-by-name', takesOver);
  return own?.bookId == null && other?.bookId != null ? other : undefined;
}

function bookColumns(book: FinishedBook, now: number) {
  const searchable = book.chunks.reduce((sum, chunk) => sum + (chunk.searchable ? 1 : 0), 0);
  return [
    book.title,
    titleKey(book.title, book.language, book.titleSort),
    JSON.stringify(book.authors),
    book.authors.join(', '),
    authorKey(book.authors, book.authorSort),
    book.language,
    book.year,
    book.description,
    JSON.stringify(book.subjects),
    book.subjects.join(', '),
    book.publisher,
    JSON.stringify(book.identifiers),
    book.words,
    searchable,
    book.series,
    book.seriesIndex,
    book.subtitle,
    book.catalogue?.link ?? '',
    book.catalogue?.rating ?? 0,
    Math.floor(now / 1000),
  ];
}

function putSource(session: WriteSession, { source, catalogue }: FinishedBook, bookId: number): void {
  const { fileName, contentHash, size, modifiedMs, pipeline } = source;
  session.run('source-put', fileName, contentHash, size, modifiedMs, pipeline, bookId, null, null);
  session.run('source-catalogued', { name: fileName, version: catalogue?.version ?? '' });
}

function insertSections(session: WriteSession, bookId: number, book: FinishedBook): void {
  book.sections.forEach((section, index) => {
    const { title, kind, depth, href, pages } = section;
    session.run('section-insert', bookId, index, title, kind, depth, href, storedPages(pages));
  });
  if (book.cover !== undefined) {
    const { hash, mediaType, data, width, height, color, smaller } = book.cover;
    session.run('cover-insert', bookId, hash, mediaType, data, width, height, color);
    for (const size of smaller) {
      session.run('cover-size-insert', bookId, size.width, size.height, size.data);
    }
  }
}

interface TopicRow {
  id: number;
  label: string;
  aliases: string;
  domain: string;
  nameKind: string;
}

/** Ids of the book's topics in the library, in the order of the book. */
function upsertTopics(session: WriteSession, book: FinishedBook, log: ChangeLog): number[] {
  let vector = 0;
  return book.topics.map((topic) => {
    const place = topic.kind === 'name' ? undefined : vector++;
    const aliases = joinAliases(topic.aliases);
    const known = session.row<TopicRow>('topic-by-key', topic.kind, topic.key);
    if (known !== undefined && !isRevised(known, topic, aliases)) return known.id;
    let id: number;
    if (known === undefined) {
      id = session.run(
        'topic-insert',
        topic.kind,
        topic.key,
        topic.label,
        aliases,
        topic.domain,
        topic.nameKind,
      );
    } else {
      id = known.id;
      if (place !== undefined) session.run('fts-topics-delete', id);
      const { label, domain, nameKind } = topic;
      session.run('topic-update', { id, label, aliases, domain, nameKind });
    }
    if (place !== undefined) {
      session.run('fts-topics-insert', id);
      session.putVector('topics', id, book.topicVectors, place, log);
    }
    return id;
  });
}

/**
 * The vocabulary decides what a concept is called, so its newest form stands. A phrase or name keeps the
 * form in which the library met it first: books spell it in many ways.
 */
function isRevised(known: TopicRow, topic: FinishedTopic, aliases: string): boolean {
  return (
    topic.kind === 'concept' &&
    (known.label !== topic.label || known.aliases !== aliases || known.domain !== topic.domain)
  );
}

function insertChunks(
  session: WriteSession,
  bookId: number,
  book: FinishedBook,
  topicIds: readonly number[],
  log: ChangeLog,
): void {
  let wordsBefore = 0;
  let vector = 0;
  book.chunks.forEach((chunk, seq) => {
    const position = book.words === 0 ? 0 : Math.min(1, wordsBefore / book.words);
    const searchable = chunk.searchable ? 1 : 0;
    const { section, start, stop, words, text, blocks } = chunk;
    const id = session.run(
      'chunk-insert',
      bookId,
      seq,
      section,
      searchable,
      start,
      stop,
      position,
      words,
      text,
      blocks,
    );
    if (!chunk.searchable) return;
    wordsBefore += words;
    session.putVector('chunks', id, book.chunkVectors, vector++, log);
    for (const [topic, score] of chunk.topics) {
      session.run('chunk-topic-insert', id, topicIds[topic] as number, score);
    }
  });
  session.run('fts-chunks-insert-book', bookId);
  insertWords(session, bookId);
  session.run('book-topics-from-chunks', { book: bookId });
}

function insertNames(
  session: WriteSession,
  bookId: number,
  book: FinishedBook,
  topicIds: readonly number[],
): void {
  book.topics.forEach((topic, place) => {
    if (topic.kind === 'name')
      session.run('book-name-insert', bookId, topicIds[place] as number, topic.count);
  });
}

function insertPhrases(session: WriteSession, bookId: number, book: FinishedBook, log: ChangeLog): void {
  book.phrases.forEach(({ label, weight }, place) => {
    const id = session.run('phrase-insert', bookId, place + 1, label, weight);
    session.putVector('phrases', id, book.phraseVectors, place, log);
  });
}
