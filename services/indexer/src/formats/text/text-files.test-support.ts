/** Files of text for tests, in a folder that goes away with the process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParsedBook } from '../../book.ts';
import { formatOfFile } from '../registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'libtrails-text-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A paragraph of enough words that a file with it is a book. */
export const PROSE = `${'The old lamp burned on the table and nobody thought of putting it out. '.repeat(14).trim()}`;

/** Writes a file and reads it as the indexer does. */
export async function readFile(name: string, content: string | Uint8Array): Promise<ParsedBook> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return (await formatOfFile(path, name)).read(path, name);
}
