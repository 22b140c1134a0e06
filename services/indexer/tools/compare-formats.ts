/**
 * `node services/indexer/tools/compare-formats.ts BOOK.epub FILE...`
 *
 * Reads the same book from other formats: share of right runs of four words, sections, processor time, memory.
 */
import { basename } from 'node:path';
import { sharedFourGrams, wordsOf } from '../src/formats/four-grams.test-support.ts';
import { formatOfFile } from '../src/formats/registry.ts';

const [reference, ...files] = process.argv.slice(2);
const read = async (path: string) => (await formatOfFile(path, basename(path))).read(path, basename(path));
const wanted = await read(reference!);
for (const file of files) {
  const before = process.cpuUsage();
  const book = await read(file);
  const { user, system } = process.cpuUsage(before);
  const words = wordsOf(book).length;
  const seconds = (((user + system) / 1e6 / words) * 1e5).toFixed(2);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const share = sharedFourGrams(wanted, book).toFixed(4);
  const sections = `${book.sections.length} sections (${wanted.sections.length})`;
  console.log(
    `${basename(file)}: ${share} of 4-grams, ${words} words, ${sections}, ${seconds} s / 100,000 words, peak ${peak} MB, "${book.title}" by ${book.authors.join(', ')} [${book.language}]`,
  );
}
