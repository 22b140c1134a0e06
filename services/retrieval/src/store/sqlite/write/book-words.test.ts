import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type Database from 'better-sqlite3';
import { WORDS_VERSION } from '../../../words/book-words.ts';
import { finishedBook } from '../book.test-support.ts';
import { migrate } from '../migrate.ts';
import { openWriter } from '../open.ts';
import { checkLibrary } from '../upkeep/check.ts';
import { renewWords } from './book-words.ts';
import { execute } from './commands.ts';
import { WriteSession } from './session.ts';

let folder: string;
let db: Database.Database;
let session: WriteSession;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-words-'));
  db = openWriter(folder);
  migrate(db);
  session = new WriteSession(db);
  renewWords(session);
  // Books 1 to 20: two blocks.
  for (let i = 1; i <= 20; i += 1) {
    const chunks = [{ text: `The whale of book ${i} sings.` }, { text: `Nobody hears the ${i}th whale.` }];
    execute(session, 'putBook', finishedBook({ fileName: `${i}.epub`, chunks }));
  }
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const lists = () => db.prepare('SELECT * FROM chunk_words ORDER BY block, stem, book_id').all();

test('a library whose words an earlier version stored gets them anew', () => {
  const wanted = lists();
  for (const earlier of ['1', '1 through block 0', undefined]) {
    db.exec("UPDATE chunk_words SET stem = stem || 'x'");
    if (earlier === undefined) session.run('meta-delete', 'words');
    else session.setMeta('words', earlier);
    renewWords(session);
    assert.deepEqual(lists(), wanted);
    assert.deepEqual(checkLibrary(db), []);
    assert.equal(session.meta('words'), WORDS_VERSION);
  }
});

test('what a program that was interrupted had done is not done again', () => {
  db.exec("DELETE FROM chunk_words WHERE block = 1 OR (book_id = 7 AND stem = 'whale')");
  for (let id = 16; id <= 20; id += 1) session.run('fts-chunks-delete-book', id);
  session.setMeta('words', `${WORDS_VERSION} through block 0`);
  renewWords(session);
  assert.deepEqual(checkLibrary(db), ['words: the passages of "whale" in book 7']);
});

test('a present library is left as it is', () => {
  db.exec('DELETE FROM chunk_words');
  renewWords(session);
  assert.deepEqual(lists(), []);
});
