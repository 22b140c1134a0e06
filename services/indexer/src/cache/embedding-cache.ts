/**
 * Vectors of texts that were embedded before, in one SQLite file that several processes may use at a time.
 * Only a cache: it may be deleted at any moment, and a damaged file is replaced by an empty one.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Part of the file's name: raise it when the schema changes. */
const SCHEMA_VERSION = 1;
/** Vectors have 1,536 bytes; larger pages than SQLite's 4 KiB waste less of their end. */
const PAGE_BYTES = 16_384;
/** How long a process waits for another's write, in milliseconds. */
const BUSY_TIMEOUT_MS = 15_000;
/** What is freed when the file is over its limit, as a share of the rows, oldest first. */
const PRUNED_SHARE = 0.2;
/** Rows written between two looks at the file's size. */
const PRUNE_EVERY_ROWS = 4_096;

export interface EmbeddingCacheOptions {
  /** Folder of the file; made if it is not there. */
  dir: string;
  /** Size at which the oldest vectors go, in bytes. */
  maxBytes: number;
}

export class EmbeddingCache {
  readonly #db: Database.Database;
  readonly #maxBytes: number;
  readonly #select: Database.Statement<[Buffer], { vector: Buffer }>;
  readonly #insert: Database.Statement<[Buffer, Buffer]>;
  #written = 0;

  private constructor(db: Database.Database, maxBytes: number) {
    this.#db = db;
    this.#maxBytes = maxBytes;
    this.#select = db.prepare('SELECT vector FROM vectors WHERE key = ?');
    this.#insert = db.prepare('INSERT OR IGNORE INTO vectors (key, vector) VALUES (?, ?)');
  }

  /** Opens or makes the file; throws SQLite's or the file system's error if the folder can't be written. */
  static open({ dir, maxBytes }: EmbeddingCacheOptions): EmbeddingCache {
    mkdirSync(dir, { recursive: true });
    const path = join(dir, `embeddings-${SCHEMA_VERSION}.sqlite`);
    try {
      return new EmbeddingCache(openDatabase(path), maxBytes);
    } catch (error) {
      if (!isDamage(error)) throw error;
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
      return new EmbeddingCache(openDatabase(path), maxBytes);
    }
  }

  /** Known vectors in the order of the texts; undefined where a text is new. */
  get(fingerprint: string, kind: string, texts: readonly string[]): (Float32Array | undefined)[] {
    return texts.map((text) => {
      const row = this.#select.get(cacheKey(fingerprint, kind, text));
      return row === undefined ? undefined : toVector(row.vector);
    });
  }

  /** Keeps the vectors of these texts, all in one transaction. */
  put(fingerprint: string, kind: string, texts: readonly string[], vectors: readonly Float32Array[]): void {
    this.#db
      .transaction(() => {
        for (const [i, text] of texts.entries()) {
          this.#insert.run(cacheKey(fingerprint, kind, text), toBytes(vectors[i]!));
        }
      })
      .immediate();
    this.#written += texts.length;
    if (this.#written >= PRUNE_EVERY_ROWS) this.prune();
  }

  /** Deletes the oldest vectors while the file is larger than it may be. */
  prune(): void {
    this.#written = 0;
    while (this.bytes() > this.#maxBytes) {
      const deleted = this.#db
        .prepare(
          `DELETE FROM vectors WHERE id <= (SELECT min(id) + (max(id) - min(id)) * ${PRUNED_SHARE} FROM vectors)`,
        )
        .run().changes;
      if (deleted === 0) return;
      this.#db.pragma('incremental_vacuum');
    }
  }

  /** Size of the data, in bytes. */
  bytes(): number {
    const [pages, free] = ['page_count', 'freelist_count'].map((name) =>
      Number(this.#db.pragma(name, { simple: true })),
    );
    return (pages! - free!) * PAGE_BYTES;
  }

  close(): void {
    this.prune();
    this.#db.close();
  }
}

function openDatabase(path: string): Database.Database {
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    db.pragma(`page_size = ${PAGE_BYTES}`);
    db.pragma('auto_vacuum = INCREMENTAL');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.exec(
      'CREATE TABLE IF NOT EXISTS vectors (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL)',
    );
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^SQLITE_(?:NOTADB|CORRUPT)/.test(code);
}

/** The parts are separated by a byte that none of them holds. */
function cacheKey(fingerprint: string, kind: string, text: string): Buffer {
  return createHash('sha256').update(`${fingerprint}\0${kind}\0${text}`).digest();
}

function toBytes(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

function toVector(bytes: Buffer): Float32Array {
  // A copy: a Buffer of SQLite's may begin at any offset, a Float32Array only at a multiple of four.
  return new Float32Array(new Uint8Array(bytes).buffer);
}
