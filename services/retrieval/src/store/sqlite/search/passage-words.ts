/**
 * BM25 over the passages' words, from posting lists. The same formula and constants as FTS5's bm25(), so scores
 * of words equal FTS5's; a quotation counts as standing once in each passage that holds it.
 */

import { LRUCache } from 'lru-cache';
import { Postings } from '../../../words/posting-list.ts';
import type { LibraryChange } from '../../change.ts';
import type { QueryTerm } from '../../text-search.ts';
import type { Library } from '../library.ts';
import type { QueryName } from '../queries/queries.ts';
import type { Bindable } from '../statements.ts';
import { selectTopK } from '../vectors/top-k.ts';

/** Okapi BM25's constants as FTS5 has them (sqlite.org/fts5.html, "the bm25() function"). */
const K1 = 1.2;
const B = 0.75;
/** FTS5's weight of a word that is in more than half of all rows. */
const LEAST_IDF = 1e-6;

/** Posting lists (one a book) that the continuations of one beginning may read. */
const MAX_PREFIX_LISTS = 4_000;

/** Stems whose number of passages is remembered until the library changes. */
const REMEMBERED = 50_000;

/** Postings that are kept decoded until the library changes: a search reads those of its words up to three times. */
const REMEMBERED_POSTINGS = 200_000;

/** A term with the passages it stands in, if it is a quotation: those can't be had from posting lists. */
export interface PostedTerm {
  term: QueryTerm;
  /** Ascending ids, of the whole library; undefined for a single word. */
  passages: Uint32Array | undefined;
  required: boolean;
  /** 1, or more for a term that counts more than once. */
  weight: number;
}

/** Where to look: everywhere, unless told otherwise. */
export interface PassageFilter {
  /** Only this book's posting lists are read. */
  bookId?: number | undefined;
  /** Leaves passages out. */
  accept?: ((passage: number) => boolean) | undefined;
}

export class PassageWords {
  readonly #library: Library;
  /** Words of each passage, by id; 0 where there is no searchable passage. */
  #lengths = new Uint16Array(0);
  #passages = 0;
  #words = 0;
  readonly #counts = new LRUCache<string, number>({ max: REMEMBERED });
  readonly #postings = new Postings();
  readonly #decoded = new LRUCache<string, { ids: Uint32Array; counts: Uint16Array }>({
    maxSize: REMEMBERED_POSTINGS,
    // LRUCache takes no size of 0.
    sizeCalculation: ({ ids }) => ids.length + 1,
  });
  /** Of posting lists: those of sixteen books lie together in the file. */
  #blocks: number[] = [];
  /** Score of each passage and required terms it holds, by id; zero between questions. */
  #scores = new Float32Array(0);
  #held = new Uint8Array(0);
  #touched = new Uint32Array(1_024);

  /** Reads the length of every passage and follows the library's changes. */
  constructor(library: Library) {
    this.#library = library;
    for (const [id, size] of library.statement<[number, Buffer]>('chunk-lengths', 'array').iterate()) {
      this.#setLength(id, varint(size));
    }
    this.#blocks = library.statement<number>('word-blocks', 'value').all();
    library.onChange((change) => this.#follow(change));
  }

  /** Passages that can be found. */
  get size(): number {
    return this.#passages;
  }

  /** The highest passage id. */
  get highestId(): number {
    return this.#lengths.length - 1;
  }

  /** Bytes held. */
  get bytes(): number {
    return (
      this.#lengths.byteLength + this.#scores.byteLength + this.#held.byteLength + this.#touched.byteLength
    );
  }

  /** Passages that hold the stem. */
  rows(stem: string): number {
    const known = this.#counts.get(stem);
    if (known !== undefined) return known;
    this.#postings.clear();
    this.#readAll(stem);
    this.#counts.set(stem, this.#postings.length);
    return this.#postings.length;
  }

  /**
   * The best `limit` passages, best first, lower id first among equals. Where terms are required, only passages
   * with all of them count.
   */
  best(
    terms: readonly PostedTerm[],
    limit: number,
    within: PassageFilter = {},
  ): { id: number; raw: number }[] {
    this.#reserve();
    const required = terms.filter((term) => term.required);
    let touched = 0;
    try {
      for (const [place, term] of [...required, ...terms.filter((t) => !t.required)].entries()) {
        // Optional words only add to passages with all required ones.
        const gate = Math.min(place, required.length);
        const rows = this.#read(term, within.bookId);
        const weight = term.weight * this.#idf(rows);
        touched = this.#add(weight, gate, place < required.length, touched);
      }
      const complete = new Uint32Array(touched);
      const scores = new Float32Array(touched);
      let count = 0;
      for (let i = 0; i < touched; i += 1) {
        const id = this.#touched[i]!;
        if (this.#held[id] !== required.length || within.accept?.(id) === false) continue;
        complete[count] = id;
        scores[count] = this.#scores[id]!;
        count += 1;
      }
      const best = selectTopK(complete, scores, count, limit);
      return Array.from(best.ids, (id, i) => ({ id, raw: best.scores[i]! }));
    } finally {
      for (let i = 0; i < touched; i += 1) {
        this.#scores[this.#touched[i]!] = 0;
        this.#held[this.#touched[i]!] = 0;
      }
    }
  }

  /**
   * For each of the passages the share of the words that it holds, 0..1: each stem weighed by its rarity
   * (`weighed`), and each word counted as often as it stands in `stems` (`counted`). `ids` without doubles.
   */
  sharesHeld(
    stems: readonly string[],
    ids: readonly number[],
  ): { weighed: Float32Array; counted: Float32Array } {
    this.#reserve();
    const times = new Map<string, number>();
    for (const stem of stems) times.set(stem, (times.get(stem) ?? 0) + 1);
    const counts = new Uint16Array(this.#scores.length);
    const weighed = new Float32Array(ids.length);
    const counted = new Float32Array(ids.length);
    let whole = 0;
    for (const id of ids) this.#held[id] = 1;
    try {
      for (const [stem, count] of times) {
        const postings = this.#postings;
        postings.clear();
        this.#readAll(stem);
        const weight = Math.log(1 + this.#passages / Math.max(1, postings.length));
        whole += weight;
        for (let i = 0; i < postings.length; i += 1) {
          const id = postings.ids[i]!;
          if (this.#held[id] !== 1) continue;
          this.#scores[id]! += weight;
          counts[id]! += count;
        }
      }
      for (const [i, id] of ids.entries()) {
        weighed[i] = whole === 0 ? 0 : this.#scores[id]! / whole;
        counted[i] = counts[id]! / Math.max(1, stems.length);
      }
      return { weighed, counted };
    } finally {
      for (const id of ids) {
        this.#held[id] = 0;
        this.#scores[id] = 0;
      }
    }
  }

  /** Adds one term's postings, which stand in #postings, to the scores; returns the passages touched so far. */
  #add(weight: number, gate: number, counts: boolean, touchedBefore: number): number {
    const { ids, counts: times, length } = this.#postings;
    const scores = this.#scores;
    const held = this.#held;
    const lengths = this.#lengths;
    const average = this.#words / Math.max(1, this.#passages);
    const perWord = (K1 * B) / average;
    let touched = touchedBefore;
    for (let i = 0; i < length; i += 1) {
      const id = ids[i]!;
      if (held[id] !== gate) continue;
      const count = times[i]!;
      if (scores[id] === 0) this.#touched[touched++] = id;
      scores[id]! += (weight * (count * (K1 + 1))) / (count + K1 * (1 - B) + perWord * lengths[id]!);
      if (counts) held[id]! += 1;
    }
    return touched;
  }

  /** Reads a term's postings into #postings; returns in how many passages of the whole library it stands. */
  #read({ term, passages }: PostedTerm, bookId: number | undefined): number {
    const postings = this.#postings;
    postings.clear();
    if (passages !== undefined) {
      for (const id of passages) postings.add(id, 1);
      return passages.length;
    }
    // How rare a word is depends on the library, whatever the book.
    const rows = bookId === undefined || term.prefix ? undefined : this.rows(term.stems[0]!);
    postings.clear();
    const stem = term.stems[0]!;
    if (term.prefix) {
      this.#readFrom(stem, bookId);
      for (const completion of term.completions) this.#readAlso(completion, bookId);
      postings.mergeSame();
    } else if (bookId === undefined) this.#readAll(stem);
    else this.#readLists('search-words-of-book', { stem, book: bookId });
    return rows ?? postings.length;
  }

  /** Passages that hold the stem, in no order. */
  passagesOf(stem: string): Uint32Array {
    this.#postings.clear();
    this.#readAll(stem);
    return this.#postings.ids.slice(0, this.#postings.length);
  }

  /** Adds the lists of a stem to those in #postings. */
  #readAlso(stem: string, bookId: number | undefined): void {
    if (bookId !== undefined) this.#readLists('search-words-of-book', { stem, book: bookId });
    else for (const block of this.#blocks) this.#readLists('search-words', block, stem);
  }

  /** Reads the lists of all books into #postings, which is empty. */
  #readAll(stem: string): void {
    const postings = this.#postings;
    const known = this.#decoded.get(stem);
    if (known !== undefined) {
      postings.fill(known);
      return;
    }
    for (const block of this.#blocks) this.#readLists('search-words', block, stem);
    const { ids, counts, length } = postings;
    this.#decoded.set(stem, { ids: ids.slice(0, length), counts: counts.slice(0, length) });
  }

  /** Reads the lists of the stems that begin so. */
  #readFrom(beginning: string, bookId: number | undefined): void {
    const end = `${beginning}\u{10ffff}`;
    if (bookId !== undefined) {
      const limit = MAX_PREFIX_LISTS;
      this.#readLists('search-words-from-of-book', { from: beginning, to: end, book: bookId, limit });
      return;
    }
    const limit = Math.ceil(MAX_PREFIX_LISTS / Math.max(1, this.#blocks.length));
    for (const block of this.#blocks) this.#readLists('search-words-from', block, beginning, end, limit);
  }

  #readLists(name: QueryName, ...params: Bindable[]): void {
    for (const list of this.#library.statement<Buffer>(name, 'value').all(...params)) {
      this.#postings.read(list);
    }
  }

  #idf(rows: number): number {
    const idf = Math.log((this.#passages - rows + 0.5) / (rows + 0.5));
    return idf > 0 ? idf : LEAST_IDF;
  }

  #setLength(id: number, words: number): void {
    if (id >= this.#lengths.length) {
      const grown = new Uint16Array(Math.ceil((id + 1) * 1.125));
      grown.set(this.#lengths);
      this.#lengths = grown;
    }
    this.#passages += (words > 0 ? 1 : 0) - (this.#lengths[id]! > 0 ? 1 : 0);
    this.#words += words - this.#lengths[id]!;
    this.#lengths[id] = words;
  }

  #follow({ removed, added }: LibraryChange): void {
    this.#counts.clear();
    this.#decoded.clear();
    this.#blocks = this.#library.statement<number>('word-blocks', 'value').all();
    for (const id of removed.chunks) if (id < this.#lengths.length) this.#setLength(id, 0);
    const one = this.#library.statement<Buffer>('chunk-length', 'value');
    for (const id of added.chunks) {
      const size = one.get(id);
      if (size !== undefined) this.#setLength(id, varint(size));
    }
  }

  #reserve(): void {
    const ids = this.#lengths.length;
    if (this.#scores.length >= ids) return;
    this.#scores = new Float32Array(ids);
    this.#held = new Uint8Array(ids);
    this.#touched = new Uint32Array(ids);
  }
}

/** SQLite's varint: big-endian groups of seven bits; passages have fewer than 2^14 words. */
function varint(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 127);
    if (byte < 128) break;
  }
  return value;
}
