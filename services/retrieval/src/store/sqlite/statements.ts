/** Named statements: each stands in queries/<name>.sql and is prepared once per connection. */
import { readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';

const FOLDER = new URL('./queries/', import.meta.url);

export type Scalar = number | bigint | string | null | Uint8Array;

/** What a statement binds: a value for each `?`, or one object for all `:names`. Ids of vec0 tables as bigint. */
export type Bindable = Scalar | Readonly<Record<string, Scalar>>;

/** How rows come out: as objects, as arrays, or just the first column. */
export type RowShape = 'object' | 'array' | 'value';

export type NamedStatement<Row = unknown> = Database.Statement<Bindable[], Row>;

const SOURCES = new Map<string, string>();

/** The SQL text of a query. @throws if there is no such file. */
export function querySource(name: string): string {
  let source = SOURCES.get(name);
  if (source === undefined) {
    source = readFileSync(new URL(`${name}.sql`, FOLDER), 'utf8');
    SOURCES.set(name, source);
  }
  return source;
}

/** The statements of one connection. */
export class Statements {
  readonly #db: Database.Database;
  readonly #prepared = new Map<string, Database.Statement<Bindable[], unknown>>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /**
   * The prepared statement of queries/<name>.sql. One statement per name and shape: its shape is never
   * toggled under another caller. `Row` is the caller's claim about the columns.
   */
  get<Row = unknown>(name: string, shape: RowShape = 'object'): NamedStatement<Row> {
    const key = `${name}:${shape}`;
    let statement = this.#prepared.get(key);
    if (statement === undefined) {
      statement = this.#db.prepare<Bindable[], unknown>(querySource(name));
      if (shape === 'array') statement.raw(true);
      if (shape === 'value') statement.pluck(true);
      this.#prepared.set(key, statement);
    }
    return statement as NamedStatement<Row>;
  }
}
