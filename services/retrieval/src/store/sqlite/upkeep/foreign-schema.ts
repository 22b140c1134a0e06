/** Finds SQL in a library file that is not ours: a trigger or a view runs whenever the program reads or writes. */
import Database from 'better-sqlite3';
import * as sqliteVec from 'sqlite-vec';
import { migrate, shippedMigrations } from '../migrate.ts';
import { registerWordFunctions } from '../word-functions.ts';

interface SchemaObject {
  type: string;
  name: string;
  sql: string;
}

/** Returns "trigger NAME" and "view NAME" of what no migration of this program makes in these words. */
export function foreignSchema(db: Database.Database): string[] {
  const own = new Set(ownObjects().map(keyOf));
  return activeObjects(db)
    .filter((object) => !own.has(keyOf(object)))
    .map(({ type, name }) => `${type} ${name}`);
}

const activeObjects = (db: Database.Database) =>
  db
    .prepare<[], SchemaObject>("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    .all();

const keyOf = ({ type, name, sql }: SchemaObject) => JSON.stringify([type, name, sql]);

/** After each migration: a later one may replace what an earlier one made. */
function ownObjects(): SchemaObject[] {
  const db = new Database(':memory:');
  try {
    sqliteVec.load(db);
    registerWordFunctions(db);
    const migrations = shippedMigrations();
    return migrations.flatMap((_, i) => {
      migrate(db, migrations.slice(0, i + 1));
      return activeObjects(db);
    });
  } finally {
    db.close();
  }
}
