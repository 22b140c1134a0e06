/**
 * The float32 vectors behind the int8 ones of a library file. Those that the indexer embedded are in its
 * cache. Where they are not (another machine, or a vector that was blended of several), one is drawn at
 * random among those that round to the stored int8 vector, so that it is as far from it as an original.
 */

import { cacheDir } from '@libtrails/indexer/cache/cache-dir';
import { EmbeddingCache } from '@libtrails/indexer/cache/embedding-cache';
import { seededRandom } from '@libtrails/indexer/grouping/random';
import { normalise } from '@libtrails/indexer/topics/vectors';
import { type Centre, DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';
import { WriteSession } from '@libtrails/retrieval/store/sqlite/write/session';
import type Database from 'better-sqlite3';
import { type FloatRows, VECTOR_KINDS, type VectorKind } from './float-rows.ts';

/** Rows of each kind: id, int8 vector, and the text that was embedded ('' where there is none). */
const STORED: Record<VectorKind, string> = {
  topics: 'SELECT id, embedding, label FROM vec_topics JOIN topics ON id = topic_id',
  chunks: 'SELECT id, embedding, text FROM vec_chunks JOIN chunks ON id = chunk_id',
  phrases: 'SELECT id, embedding, label FROM vec_phrases JOIN phrases ON id = phrase_id',
  books: "SELECT book_id, embedding, '' FROM vec_books",
};
const EMBEDDED_AS: Record<VectorKind, string> = {
  topics: 'LABEL',
  chunks: 'PASSAGE',
  phrases: 'LABEL',
  books: 'PASSAGE',
};

export interface Originals {
  rows: Record<VectorKind, FloatRows>;
  /** Of all rows, how many are the very vectors that the model gave. */
  found: Record<VectorKind, number>;
}

/** Reads all vectors of a library as float32. */
export function readOriginals(db: Database.Database): Originals {
  const fingerprint = db.prepare("SELECT value FROM meta WHERE key = 'fingerprint'").pluck().get() as string;
  const cache = openCache();
  const random = seededRandom(1);
  const session = new WriteSession(db);
  const rows: Partial<Originals['rows']> = {};
  const found: Partial<Originals['found']> = {};
  for (const kind of VECTOR_KINDS) {
    const stored = db.prepare(STORED[kind]).raw().all() as [number, Buffer, string][];
    const vectors = new Float32Array(stored.length * DIMS);
    const centre = session.centre(kind);
    const rounded = new Int8Array(DIMS);
    let hits = 0;
    for (const [i, [, bytes, text]] of stored.entries()) {
      const int8 = new Int8Array(bytes.buffer, bytes.byteOffset, DIMS);
      const [known] = text === '' ? [] : (cache?.get(fingerprint, EMBEDDED_AS[kind], [text]) ?? []);
      if (known !== undefined) centre.quantise(known, rounded);
      const isOriginal = known !== undefined && same(rounded, int8);
      if (isOriginal) hits += 1;
      vectors.set(isOriginal ? known : withinRounding(int8, centre, random), i * DIMS);
    }
    rows[kind] = { ids: Uint32Array.from(stored, ([id]) => id), vectors };
    found[kind] = hits;
  }
  cache?.close();
  return { rows: rows as Originals['rows'], found: found as Originals['found'] };
}

function openCache(): EmbeddingCache | undefined {
  try {
    return EmbeddingCache.open({ dir: cacheDir(), maxBytes: Number.POSITIVE_INFINITY });
  } catch {
    return undefined;
  }
}

function same(a: Int8Array, b: Int8Array): boolean {
  return a.every((value, i) => value === b[i]);
}

/** A unit vector whose int8 form around the centre is the given one, or is at most a step off. */
export function withinRounding(int8: Int8Array, centre: Centre, random: () => number): Float32Array {
  const largest = int8.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const step = centre.stepOf(int8);
  // The largest component is stored exactly; a little less than half a step keeps the others from rounding on.
  return normalise(
    Float32Array.from(int8, (value, i) => {
      const drawn = Math.abs(value) === largest ? value : value + (random() - 0.5) * 0.998;
      return centre.mean[i]! + step * drawn;
    }),
  );
}
