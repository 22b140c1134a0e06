/** The functions that the views of the full-text indexes call. */
import type Database from 'better-sqlite3';
import { indexedText } from '../../words/words.ts';

/** Digits of an ISBN as books have them: with hyphens or not. */
const ISBN = /\d[\d-]{8,15}[\dx]/giu;

/** Registers `indexed(text)` and `isbns(identifiers)`; every connection that writes or checks the indexes needs them. */
export function registerWordFunctions(db: Database.Database): void {
  const deterministic = { deterministic: true };
  db.function('indexed', deterministic, (text) => indexedText(String(text ?? '')));
  db.function('isbns', deterministic, (identifiers) => isbnsOf(String(identifiers ?? '')).join(' '));
}

function isbnsOf(text: string): string[] {
  return [...text.matchAll(ISBN)]
    .map(([digits]) => digits.replaceAll('-', '').toLowerCase())
    .filter(({ length }) => length === 10 || length === 13);
}
