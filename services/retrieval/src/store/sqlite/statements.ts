/** Named statements: each is prepared once per connection. */
import type Database from 'better-sqlite3';
import { QUERIES, type QueryName } from './queries/queries.ts';

export type Scalar = number | bigint | string | null | Uint8Array;

/** What a statement binds: a value for each `?`, or one object for all `:names`. Ids of vec0 tables as bigint. */
export type Bindable = Scalar | Readonly<Record<string, Scalar>>;

/** How rows come out: as objects, as arrays, or just the first column. */
export type RowShape = 'object' | 'array' | 'value';

export type NamedStatement<Row = unknown> = Database.Statement<Bindable[], Row>;

/** The statements of one connection. */
export class Statements {
  readonly #db: Database.Database;
  readonly #prepared = new Map<string, Database.Statement<Bindable[], unknown>>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /**
   * The prepared statement of that name. One statement per name and shape: its shape is never
   * toggled under another caller. `Row` is the caller's claim about the columns.
   */
  get<Row = unknown>(name: QueryName, shape: RowShape = 'object'): NamedStatement<Row> {
    const key = `${name}:${shape}`;
    let statement = this.#prepared.get(key);
    if (statement === undefined) {
      statement = this.#db.prepare<Bindable[], unknown>(QUERIES[name]);
      if (shape === 'array') statement.raw(true);
      if (shape === 'value') statement.pluck(true);
      this.#prepared.set(key, statement);
    }
    return statement as NamedStatement<Row>;
  }
}
