/**
 * `node services/indexer/tools/compare-formats.ts BOOK.epub FILE...`
 *
 * Reads one book from several files, each in a process of its own, and prints a table: words and places that are as in
 * the EPUB, processor time, memory.
 */
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ParsedBook } from '../src/book.ts';
import { sharedFourGrams, wordsOf } from '../src/formats/four-grams.test-support.ts';
import { formatOfFile } from '../src/formats/registry.ts';

/** Words of running text by which the beginning of a section is known. */
const BEGINNING_WORDS = 8;
/** Words of a section among which they stand: titles come before them. */
const OPENING_WORDS = 60;

const ONE = '--one';
const [reference = '', ...files] = process.argv.slice(2);

async function read(path: string): Promise<ParsedBook> {
  return (await formatOfFile(path, basename(path))).read(path, basename(path));
}

/** Share of the chapters of the first at whose beginning a section of the second begins. */
function sharedBeginnings(wanted: ParsedBook, got: ParsedBook): number {
  const openings = got.sections.map((section) =>
    wordsOf({ sections: [section] })
      .slice(0, OPENING_WORDS)
      .join(' '),
  );
  const beginnings = wanted.sections
    .filter(({ kind }) => kind === 'body')
    .map((section) => ({ ...section, blocks: section.blocks.filter(({ type }) => type !== 'heading') }))
    .map((section) =>
      wordsOf({ sections: [section] })
        .slice(0, BEGINNING_WORDS)
        .join(' '),
    );
  const found = beginnings.filter((words) => openings.some((opening) => opening.includes(words)));
  return found.length / Math.max(1, beginnings.length);
}

async function measure(path: string): Promise<string> {
  const format = await formatOfFile(path, basename(path));
  const before = process.cpuUsage();
  const book = await read(path);
  const { user, system } = process.cpuUsage(before);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const words = wordsOf(book).length;
  const seconds = (((user + system) / 1e6 / words) * 1e5).toFixed(1);
  const wanted = await read(reference);
  const right = sharedFourGrams(wanted, book).toFixed(3);
  const places = sharedBeginnings(wanted, book).toFixed(2);
  return `| ${format.name} | ${right} | ${places} | ${seconds} | ${peak} |`;
}

if (files[0] === ONE) console.log(await measure(files[1]!));
else {
  console.log('| format | words | places | CPU s/100,000 words | peak MB |\n|---|---|---|---|---|');
  // As the indexer starts its reading process.
  for (const file of [reference, ...files]) {
    const args = ['--max-semi-space-size=1', fileURLToPath(import.meta.url), reference, ONE, file];
    process.stdout.write(execFileSync(process.execPath, args));
  }
}
