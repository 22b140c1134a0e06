/**
 * Books that are made of real ones: passages joined of halves of real passages (so words stand together and
 * are as common as in real text), their topics partly renamed (so the library has as many as a real one of
 * its size), and vectors near those of what they were made of.
 */
import { createHash } from 'node:crypto';
import type { FinishedBook, FinishedTopic } from '@libtrails/retrieval/store/finished-book';
import { DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';
import type Database from 'better-sqlite3';
import type { FloatRows, VectorKind } from './float-rows.ts';
import type { VectorModel } from './vector-model.ts';

const CHUNKS_OF_A_SECTION = 20;
/** Real books that one model book is made of: it is about as many things as a real one. */
const PARENTS = 3;
const PHRASES = 25;

export interface SourceChunk {
  /** Place of its vector. */
  row: number;
  text: string;
  topics: [topic: number, score: number][];
}

export interface SourceTopic {
  id: number;
  kind: 'phrase' | 'concept';
  key: string;
  label: string;
  aliases: string[];
  domain: string;
  row: number;
}

export interface SourceBook {
  title: string;
  authors: string[];
  subjects: string[];
  description: string;
  row: number;
  chunks: SourceChunk[];
  phrases: { label: string; weight: number; row: number }[];
}

export interface Source {
  fingerprint: string;
  books: SourceBook[];
  topics: Map<number, SourceTopic>;
  /** Words of topic labels, as often as they stand in one. */
  labelWords: string[];
}

/** Everything that model books are made of. */
export function readSource(db: Database.Database, rows: Record<VectorKind, FloatRows>): Source {
  const places = (kind: VectorKind) => new Map([...rows[kind].ids].map((id, i) => [id, i]));
  const topicRows = places('topics');
  const chunkRows = places('chunks');
  const phraseRows = places('phrases');
  const bookRows = places('books');
  const topics = new Map<number, SourceTopic>();
  for (const topic of db
    .prepare("SELECT id, kind, key, label, aliases, domain FROM topics WHERE kind <> 'name'")
    .iterate() as IterableIterator<Omit<SourceTopic, 'row' | 'aliases'> & { aliases: string }>) {
    const aliases = topic.aliases === '' ? [] : topic.aliases.split(' | ');
    topics.set(topic.id, { ...topic, aliases, row: topicRows.get(topic.id)! });
  }
  const topicsOf = db.prepare('SELECT topic_id, score FROM chunk_topics WHERE chunk_id = ?').raw();
  const chunksOf = db
    .prepare('SELECT id, text FROM chunks WHERE book_id = ? AND searchable = 1 ORDER BY seq')
    .raw();
  const phrasesOf = db.prepare('SELECT id, label, weight FROM phrases WHERE book_id = ? ORDER BY rank').raw();
  const books = (
    db.prepare('SELECT id, title, authors, subjects, description FROM books ORDER BY id').all() as {
      id: number;
      title: string;
      authors: string;
      subjects: string;
      description: string;
    }[]
  ).map(
    (book): SourceBook => ({
      title: book.title,
      authors: JSON.parse(book.authors) as string[],
      subjects: JSON.parse(book.subjects) as string[],
      description: book.description,
      row: bookRows.get(book.id)!,
      chunks: (chunksOf.all(book.id) as [number, string][]).map(([id, text]) => ({
        row: chunkRows.get(id)!,
        text,
        topics: topicsOf.all(id) as [number, number][],
      })),
      phrases: (phrasesOf.all(book.id) as [number, string, number][]).map(([id, label, weight]) => ({
        label,
        weight,
        row: phraseRows.get(id)!,
      })),
    }),
  );
  return {
    fingerprint: db.prepare("SELECT value FROM meta WHERE key = 'fingerprint'").pluck().get() as string,
    books: books.filter((book) => book.chunks.length > 0),
    topics,
    labelWords: [...topics.values()].filter((t) => t.kind === 'phrase').flatMap((t) => t.label.split(' ')),
  };
}

/** Labels that the library has not yet, of words of real labels. */
export class FreshLabels {
  readonly #words: readonly string[];
  readonly #random: () => number;
  readonly #taken: Set<string>;

  constructor(words: readonly string[], taken: Iterable<string>, random: () => number) {
    this.#words = words;
    this.#random = random;
    this.#taken = new Set(taken);
  }

  /** A label of two words, or of more where all shorter ones are taken. */
  next(): string {
    const label: string[] = [this.#word(), this.#word()];
    while (this.#taken.has(label.join(' '))) label.push(this.#word());
    this.#taken.add(label.join(' '));
    return label.join(' ');
  }

  #word(): string {
    return this.#words[Math.floor(this.#random() * this.#words.length)]!.toLowerCase();
  }
}

export interface FreshTopic {
  vector: Float32Array;
  /** Id of the real topic it was modelled on. */
  like: number;
}

/** A model book with the float32 vectors of what it brings. */
export interface ModelBook {
  book: FinishedBook;
  bookVector: Float32Array;
  chunkVectors: Float32Array[];
  phraseVectors: Float32Array[];
  /** Topics that the library has not yet, by key. */
  freshTopics: Map<string, FreshTopic>;
}

export interface BookMaker {
  source: Source;
  models: Record<VectorKind, VectorModel>;
  labels: FreshLabels;
  random: () => number;
}

/** Makes the `number`-th model book of so many chunks, which brings exactly `fresh` topics of its own. */
export function makeBook(maker: BookMaker, number: number, chunkCount: number, fresh: number): ModelBook {
  const { source, models, labels, random } = maker;
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const parents = Array.from({ length: PARENTS }, () => any(source.books));
  const drawn = Array.from({ length: chunkCount }, () => {
    const parent = any(parents);
    return { first: any(parent.chunks), second: any(parent.chunks) };
  });

  // Which of the topics that come with the passages get a name, and a vector, of their own.
  const carried = [...new Set(drawn.flatMap(({ first }) => first.topics.map(([id]) => id)))];
  const renameable = carried.filter((id) => source.topics.get(id)!.kind === 'phrase');
  const renamed = new Map<number, number>();
  const topics: FinishedTopic[] = [];
  const vectors: Float32Array[] = [];
  const freshTopics = new Map<string, FreshTopic>();
  const addFresh = (like: SourceTopic): number => {
    const label = labels.next();
    const vector = models.topics.near(like.row);
    freshTopics.set(label, { vector, like: like.id });
    vectors.push(vector);
    topics.push({ label, key: label, kind: 'phrase', aliases: [], domain: '', count: 0, nameKind: '' });
    return topics.length - 1;
  };
  for (let i = 0; i < Math.min(fresh, renameable.length); i += 1) {
    const j = i + Math.floor(random() * (renameable.length - i));
    [renameable[i], renameable[j]] = [renameable[j]!, renameable[i]!];
    renamed.set(renameable[i]!, addFresh(source.topics.get(renameable[i]!)!));
  }
  for (const id of carried) {
    if (renamed.has(id)) continue;
    const { kind, key, label, aliases, domain } = source.topics.get(id)!;
    renamed.set(id, topics.length);
    topics.push({ label, key, kind, aliases, domain, count: 0, nameKind: '' });
    // Never stored: the library has this topic and its vector already.
    vectors.push(ANY_VECTOR);
  }
  // More topics than the passages carry: they join passages of what they are like.
  const extra = Array.from({ length: Math.max(0, fresh - renameable.length) }, () =>
    addFresh(source.topics.get(any(carried))!),
  );

  let offset = 0;
  const chunks = drawn.map(({ first, second }, i) => {
    const text = joinHalves(first.text, second.text);
    if (i % CHUNKS_OF_A_SECTION === 0) offset = 0;
    const start = offset;
    offset += text.length + 2;
    const own = new Map(first.topics.map(([id, score]) => [renamed.get(id)!, score]));
    return {
      section: Math.floor(i / CHUNKS_OF_A_SECTION),
      searchable: true,
      start,
      stop: start + text.length,
      text,
      blocks: JSON.stringify([['paragraph', 0, 0, text.length, 0]]),
      words: text.split(/\s+/u).length,
      own,
    };
  });
  for (const topic of extra) any(chunks).own.set(topic, 0.3);

  const template = parents[0]!;
  const chunkVectors = drawn.map(({ first }) => models.chunks.near(first.row));
  const phrases = template.phrases.slice(0, PHRASES);
  const phraseVectors = phrases.map(({ row }) => models.phrases.near(row));
  const bookVector = models.books.near(template.row);
  const title = `${template.title}, with ${parents[1]!.title} (${number})`;
  const fileName = `model/${String(number).padStart(4, '0')}.epub`;
  return {
    bookVector,
    chunkVectors,
    phraseVectors,
    freshTopics,
    book: {
      source: {
        fileName,
        contentHash: createHash('sha256').update(fileName).digest('hex'),
        size: 1,
        modifiedMs: 0,
        pipeline: 'model',
      },
      title,
      authors: template.authors,
      language: 'en',
      year: 0,
      description: template.description,
      subjects: template.subjects,
      publisher: '',
      identifiers: [],
      series: '',
      seriesIndex: 0,
      titleSort: '',
      authorSort: '',
      subtitle: '',
      fingerprint: source.fingerprint,
      words: chunks.reduce((sum, chunk) => sum + chunk.words, 0),
      cover: undefined,
      sections: Array.from({ length: Math.ceil(chunkCount / CHUNKS_OF_A_SECTION) }, (_, i) => ({
        title: `Part ${i + 1}`,
        kind: 'body' as const,
        depth: 0,
        href: `part-${i + 1}.xhtml`,
        pages: [],
      })),
      topics,
      chunks: chunks.map(({ own, ...chunk }) => ({ ...chunk, topics: [...own] })),
      phrases: phrases.map(({ label, weight }) => ({ label, weight })),
      bookVector: packed([bookVector]),
      chunkVectors: packed(chunkVectors),
      topicVectors: packed(vectors),
      phraseVectors: packed(phraseVectors),
    },
  };
}

const ANY_VECTOR = new Float32Array(DIMS).fill(1);

/** Vectors, one after the other. */
export function packed(vectors: readonly Float32Array[]): Float32Array {
  const pile = new Float32Array(vectors.length * DIMS);
  for (const [i, vector] of vectors.entries()) pile.set(vector, i * DIMS);
  return pile;
}

/** The first half of one text and the second half of another, cut at a sentence's end near the middle. */
export function joinHalves(first: string, second: string): string {
  return `${first.slice(0, middle(first)).trimEnd()} ${second.slice(middle(second)).trimStart()}`;
}

function middle(text: string): number {
  const half = text.length >> 1;
  const end = text.slice(half).search(/[.!?]["”’)]?\s/u);
  if (end >= 0 && end < 400) return half + end + 1;
  const space = text.indexOf(' ', half);
  return space < 0 ? half : space;
}
