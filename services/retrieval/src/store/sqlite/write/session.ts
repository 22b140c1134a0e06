/** What every writing function works with: the writing connection, its statements, and the revision. */
import type Database from 'better-sqlite3';
import type { LibraryChange, VectorIds } from '../../change.ts';
import { Centre, DIMS } from '../int8-vector.ts';
import type { QueryName } from '../queries/queries.ts';
import { type Bindable, Statements } from '../statements.ts';
import { CENTRE_KEYS } from '../vector-centres.ts';

export type VectorTable = keyof VectorIds;

/** Ids of vector rows that one transaction adds and removes. */
export class ChangeLog {
  readonly added: Record<VectorTable, Set<number>> = emptySets();
  readonly removed: Record<VectorTable, Set<number>> = emptySets();
}

function emptySets(): Record<VectorTable, Set<number>> {
  return { chunks: new Set(), topics: new Set(), phrases: new Set(), books: new Set(), themes: new Set() };
}

function toIds(sets: Record<VectorTable, Set<number>>): VectorIds {
  const ids = (table: VectorTable) => [...sets[table]];
  return {
    chunks: ids('chunks'),
    topics: ids('topics'),
    phrases: ids('phrases'),
    books: ids('books'),
    themes: ids('themes'),
  };
}

export class WriteSession {
  readonly db: Database.Database;
  readonly #statements: Statements;
  readonly #row = new Int8Array(DIMS);
  readonly #centres = new Map<string, Centre>();

  constructor(db: Database.Database) {
    this.db = db;
    this.#statements = new Statements(db);
  }

  /** Runs a statement; returns the id of the row it inserted. */
  run(name: QueryName, ...params: Bindable[]): number {
    return Number(this.#statements.get(name).run(...params).lastInsertRowid);
  }

  /** The first row of a statement. */
  row<Row>(name: QueryName, ...params: Bindable[]): Row | undefined {
    return this.#statements.get<Row>(name).get(...params);
  }

  rows<Row>(name: QueryName, ...params: Bindable[]): Row[] {
    return this.#statements.get<Row>(name).all(...params);
  }

  /** The first column of the first row. */
  value<T>(name: QueryName, ...params: Bindable[]): T | undefined {
    return this.#statements.get<T>(name, 'value').get(...params);
  }

  /** The first column of all rows. */
  values<T>(name: QueryName, ...params: Bindable[]): T[] {
    return this.#statements.get<T>(name, 'value').all(...params);
  }

  meta(key: string): string | undefined {
    return this.value<string>('meta-get', key);
  }

  setMeta(key: string, value: string): void {
    this.run('meta-set', key, value);
  }

  /** What the vectors of a table are stored around. */
  centre(table: VectorTable): Centre {
    const text = this.meta(CENTRE_KEYS[table]) ?? '';
    let centre = this.#centres.get(text);
    if (centre === undefined) {
      centre = text === '' ? Centre.ORIGIN : Centre.parse(text);
      this.#centres.set(text, centre);
    }
    return centre;
  }

  /** Stores the `place`-th vector of a packed pile under `id`, in place of what stood there. */
  putVector(table: VectorTable, id: number, vectors: Float32Array, place: number, log: ChangeLog): void {
    this.centre(table).quantise(vectors.subarray(place * DIMS, (place + 1) * DIMS), this.#row);
    const bytes = new Uint8Array(this.#row.buffer);
    // vec0 has no upsert.
    this.run(`vec-${table}-delete`, BigInt(id));
    this.run(`vec-${table}-insert`, BigInt(id), bytes);
    log.added[table].add(id);
  }

  removeVector(table: VectorTable, id: number, log: ChangeLog): void {
    this.run(`vec-${table}-delete`, BigInt(id));
    log.added[table].delete(id);
    log.removed[table].add(id);
  }

  /**
   * One write of content: all of `work` in one transaction with the next revision (and generation), or
   * nothing if it throws. `work` notes in the log which vectors it adds and removes.
   */
  write<T>(work: (log: ChangeLog) => T, newGeneration = false): { value: T; change: LibraryChange } {
    const log = new ChangeLog();
    return this.db
      .transaction(() => {
        const value = work(log);
        const revision = Number(this.meta('revision') ?? 0) + 1;
        const generation = Number(this.meta('generation') ?? 0) + (newGeneration ? 1 : 0);
        this.setMeta('revision', String(revision));
        if (newGeneration) this.setMeta('generation', String(generation));
        const change = { revision, generation, removed: toIds(log.removed), added: toIds(log.added) };
        return { value, change };
      })
      .immediate();
  }
}
