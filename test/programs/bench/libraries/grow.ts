/**
 * Grows (or cuts) a library file to a given size, through the product's own write commands, and keeps the
 * float32 vectors beside it. The result is a library that the product opens and `checkLibrary` finds whole.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@libtrails/indexer/grouping/random';
import { Centre, DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';
import { migrate } from '@libtrails/retrieval/store/sqlite/migrate';
import { libraryPath, openWriter } from '@libtrails/retrieval/store/sqlite/open';
import { checkLibrary } from '@libtrails/retrieval/store/sqlite/upkeep/check';
import { CENTRE_KEYS } from '@libtrails/retrieval/store/sqlite/vector-centres';
import { renewWords } from '@libtrails/retrieval/store/sqlite/write/book-words';
import { execute } from '@libtrails/retrieval/store/sqlite/write/commands';
import type { WriteSession } from '@libtrails/retrieval/store/sqlite/write/session';
import Database from 'better-sqlite3';
import { DeferredCounts } from './deferred-counts.ts';
import { FloatRowWriter, readFloatRows, VECTOR_KINDS, type VectorKind } from './float-rows.ts';
import { type BookMaker, FreshLabels, type FreshTopic, makeBook, packed, readSource } from './model-books.ts';
import { modelThemes } from './model-themes.ts';
import { type Calibration, calibrate } from './neighbourhoods.ts';
import { readOriginals } from './originals.ts';
import type { LibrarySize } from './sizes.ts';
import { VectorModel } from './vector-model.ts';

/** Page cache while writing, in KiB: everything that is built is written once. */
const CACHE_KIB = 512 * 1024;
/** Fresh topics written in one transaction. */
const TOPICS_AT_ONCE = 20_000;
/** Vectors that a mean is taken of: those of a first book. */
const MEAN_ROWS = 400;
/** Score of a topic that was given to a passage: a low one of those that the indexer gives. */
const GIVEN_SCORE = 0.3;

export interface Counts {
  books: number;
  chunks: number;
  topics: number;
  themes: number;
}

/** What a grown library is made of. */
export interface Growth {
  size: LibrarySize;
  /** Counts of the real library that it began as, and of the result. */
  real: Counts;
  grown: Counts;
  /** Real vectors whose float32 original was found, of all. */
  originals: Record<VectorKind, string>;
  /** Of topics and chunks. */
  calibration: Partial<Record<'topics' | 'chunks', Calibration>>;
  /** What `checkLibrary` found; empty. */
  problems: string[];
  fileBytes: number;
}

const COUNTS = `SELECT (SELECT count(*) FROM books) AS books,
  (SELECT count(*) FROM chunks WHERE searchable = 1) AS chunks,
  (SELECT count(*) FROM topics WHERE kind <> 'name') AS topics,
  (SELECT count(*) FROM themes) AS themes`;

/** Makes `folder`/library.sqlite and the float files from the library file `base`. Same input, same output. */
export async function growLibrary(
  base: string,
  folder: string,
  size: LibrarySize,
  say: (line: string) => void,
): Promise<Growth> {
  mkdirSync(folder, { recursive: true });
  const source = new Database(base, { readonly: true });
  await source.backup(libraryPath(folder));
  source.close();

  const db = openWriter(folder);
  db.pragma('synchronous = OFF');
  db.pragma(`cache_size = -${CACHE_KIB}`);
  migrate(db);
  const session = new DeferredCounts(db);
  const counts = () => db.prepare(COUNTS).get() as Counts;
  const checkpoint = () => db.pragma('wal_checkpoint(TRUNCATE)');
  renewWords(session);
  db.exec('DELETE FROM jobs');
  cutTo(session, size, counts);
  session.recount();

  say('reading the float32 vectors');
  const { rows, found } = readOriginals(db);
  storeAnew(session, rows);
  const calibration: Growth['calibration'] = {};
  for (const kind of ['topics', 'chunks'] as const) {
    if (rows[kind].ids.length < 100) continue;
    calibration[kind] = calibrate(rows[kind]);
    say(`${kind}: spread ${calibration[kind].spread}`);
  }
  const real = counts();
  const maker = makerOf(session, rows, calibration);
  const writers = Object.fromEntries(
    VECTOR_KINDS.map((kind) => {
      const writer = new FloatRowWriter(folder, kind);
      for (let i = 0; i < rows[kind].ids.length; i += 1) {
        writer.add(rows[kind].ids[i]!, rows[kind].vectors.subarray(i * 384, (i + 1) * 384));
      }
      return [kind, writer];
    }),
  ) as Record<VectorKind, FloatRowWriter>;
  const like = new Map<number, number>();

  const books = Math.max(size.books - real.books, size.chunks > real.chunks ? 1 : 0);
  const shareOf = (whole: number, i: number) =>
    Math.floor((whole * (i + 1)) / books) - Math.floor((whole * i) / books);
  const missingChunks = Math.max(books, size.chunks - real.chunks);
  const missingTopics = Math.max(0, size.topics - real.topics);
  // Where books come as well, existing ones need no topics of their own.
  for (let i = 0; i < books; i += 1) {
    addBook(session, maker, writers, like, i + 1, shareOf(missingChunks, i), shareOf(missingTopics, i));
    if (i % 20 === 19) {
      checkpoint();
      say(`${i + 1} of ${books} model books`);
    }
  }
  while (counts().topics < size.topics) {
    addTopics(session, maker, writers.topics, like, Math.min(TOPICS_AT_ONCE, size.topics - counts().topics));
    checkpoint();
    say(`${counts().topics} topics`);
  }
  for (const kind of VECTOR_KINDS) writers[kind].close();
  say('counting');
  session.recount();

  say('themes');
  const grouping = modelThemes(session, readFloatRows(folder, 'topics'), size.themes, like, maker.random);
  execute(session, 'putGrouping', grouping);
  execute(session, 'optimise', undefined);
  checkpoint();
  say('checking the file');
  const problems = checkLibrary(db);
  const grown = counts();
  checkpoint();
  db.close();
  return {
    size,
    real,
    grown,
    originals: Object.fromEntries(
      VECTOR_KINDS.map((kind) => [kind, `${found[kind]} of ${rows[kind].ids.length}`]),
    ) as Growth['originals'],
    calibration,
    problems,
    fileBytes: statSync(join(folder, 'library.sqlite')).size,
  };
}

/** Stores the real vectors as a library does that is made today: around means, from their float32 originals. */
function storeAnew(session: WriteSession, rows: ReturnType<typeof readOriginals>['rows']): void {
  const some = (kind: VectorKind) => rows[kind].vectors.subarray(0, MEAN_ROWS * DIMS);
  session.write((log) => {
    session.setMeta(CENTRE_KEYS.chunks, Centre.of(some('chunks')).toString());
    session.setMeta(CENTRE_KEYS.topics, Centre.of(some('topics')).toString());
    for (const kind of VECTOR_KINDS) {
      for (const [place, id] of rows[kind].ids.entries()) {
        session.putVector(kind, id, rows[kind].vectors, place, log);
      }
    }
  });
}

/** Deletes books, the last first, while the library is larger than it shall be. */
function cutTo(session: WriteSession, size: LibrarySize, counts: () => Counts): void {
  const ids = session.values<number>('book-ids');
  while (ids.length > 2 && (counts().topics > size.topics || counts().books > size.books)) {
    execute(session, 'deleteBook', ids.pop()!);
  }
}

function makerOf(
  session: WriteSession,
  rows: ReturnType<typeof readOriginals>['rows'],
  calibration: Growth['calibration'],
): BookMaker {
  const random = seededRandom(5);
  const source = readSource(session.db, rows);
  const spreads: Record<VectorKind, number> = {
    topics: calibration.topics?.spread ?? 0.5,
    chunks: calibration.chunks?.spread ?? 0.5,
    // Too few to calibrate; labels like topics, books like passages.
    phrases: calibration.topics?.spread ?? 0.5,
    books: calibration.chunks?.spread ?? 0.5,
  };
  const models = Object.fromEntries(
    VECTOR_KINDS.map((kind) => [kind, new VectorModel(rows[kind], spreads[kind], random)]),
  ) as Record<VectorKind, VectorModel>;
  const taken = [...source.topics.values()].flatMap(({ key, label }) => [key, label.toLowerCase()]);
  return { source, models, labels: new FreshLabels(source.labelWords, taken, random), random };
}

function addBook(
  session: WriteSession,
  maker: BookMaker,
  writers: Record<VectorKind, FloatRowWriter>,
  like: Map<number, number>,
  number: number,
  chunks: number,
  fresh: number,
): void {
  const made = makeBook(maker, number, chunks, fresh);
  const { bookId } = execute(session, 'putBook', made.book).value;
  writers.books.add(bookId, made.bookVector);
  for (const [i, id] of session.values<number>('book-searchable-chunk-ids', bookId).entries()) {
    writers.chunks.add(id, made.chunkVectors[i]!);
  }
  for (const [i, id] of session.values<number>('book-phrase-ids', bookId).entries()) {
    writers.phrases.add(id, made.phraseVectors[i]!);
  }
  for (const [key, topic] of made.freshTopics) {
    const { id } = session.row<{ id: number }>('topic-by-key', 'phrase', key)!;
    keep(id, topic, writers.topics, like);
  }
}

function keep(id: number, topic: FreshTopic, writer: FloatRowWriter, like: Map<number, number>): void {
  writer.add(id, topic.vector);
  like.set(id, topic.like);
}

/** Gives topics of their own to passages that are there. */
function addTopics(
  session: WriteSession,
  { source, models, labels, random }: BookMaker,
  writer: FloatRowWriter,
  like: Map<number, number>,
  count: number,
): void {
  const chunks = session.db.prepare('SELECT id, book_id FROM chunks WHERE searchable = 1').raw().all() as [
    number,
    number,
  ][];
  const topicsOf = session.db.prepare('SELECT topic_id FROM chunk_topics WHERE chunk_id = ?').pluck();
  const all = [...source.topics.values()];
  session.write((log) => {
    for (let i = 0; i < count; i += 1) {
      const [chunk, book] = chunks[Math.floor(random() * chunks.length)]!;
      const own = topicsOf.all(chunk) as number[];
      const model =
        source.topics.get(own[Math.floor(random() * own.length)] ?? 0) ??
        all[Math.floor(random() * all.length)]!;
      const vector = models.topics.near(model.row);
      const label = labels.next();
      const id = session.run('topic-insert', 'phrase', label, label, '', '', '');
      session.run('fts-topics-insert', id);
      session.putVector('topics', id, packed([vector]), 0, log);
      session.run('chunk-topic-insert', chunk, id, GIVEN_SCORE);
      session.run('book-name-insert', book, id, 1);
      session.run('topic-recount', { id });
      keep(id, { vector, like: model.id }, writer, like);
    }
  });
}
