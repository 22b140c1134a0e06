/** The functions that the views of the full-text indexes call. */
import type Database from 'better-sqlite3';
import { isbnsOf } from '../../words/isbn.ts';
import { indexedText } from '../../words/words.ts';

/** Registers `indexed(text)` and `isbns(identifiers)`; every connection that writes or checks the indexes needs them. */
export function registerWordFunctions(db: Database.Database): void {
  const deterministic = { deterministic: true };
  db.function('indexed', deterministic, (text) => indexedText(String(text ?? '')));
  db.function('isbns', deterministic, (identifiers) => isbnsOf(String(identifiers ?? '')).join(' '));
}
