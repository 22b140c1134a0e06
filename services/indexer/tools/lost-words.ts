/**
 * Compares the words of every EPUB in a folder, read by a parser of a few regular expressions, with the words
 * of its blocks and of its chunks: `node services/indexer/tools/lost-words.ts DIR`. Exits with 1 if one is lost.
 *
 * What may differ is said here once more, independently of the parser: note references and the way back,
 * page numbers, and what is no text (scripts, styles, drawings).
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chunkBook } from '../src/chunks/chunk-book.ts';
import { openTokenCounter } from '../src/chunks/token-counter.ts';
import { Archive } from '../src/formats/epub/archive.ts';
import { EPUB_LIMITS } from '../src/formats/epub/limits.ts';
import { readPackage } from '../src/formats/epub/package.ts';
import { parseEpub } from '../src/formats/epub/parse.ts';
import { decodeText } from '../src/formats/text/decode-text.ts';

const BLOCK_TAGS =
  /<\/?(?:p|div|h[1-6]|li|ol|ul|dl|dt|dd|td|th|tr|table|tbody|thead|tfoot|caption|section|article|aside|header|footer|hgroup|blockquote|figure|figcaption|br|hr|pre|nav|body)\b[^>]*>/gi;
const NOTE_REFERENCES = [
  /<a\b[^>]*(?:epub:type|role)="[^"]*(?:noteref|backlink)[^"]*"[^>]*>.*?<\/a>/gis,
  /<sup>\s*<a\b[^>]*>[^<]{1,6}<\/a>\s*<\/sup>/gi,
  /<a\b[^>]*href="[^"]*#[^"]*"[^>]*>\s*<sup>[^<]{1,6}<\/sup>\s*<\/a>/gi,
  /<a\b[^>]*href="[^"]*#[^"]*"[^>]*>(?:<span[^>]*>)?\s*(?:\[(?:\d{1,3}|[A-Z])\]|[↩↑*†]+\ufe0e?)\s*(?:<\/span>)?<\/a>/gi,
];
const PAGE_NUMBER = /<span\b[^>]*class="[^"]*pagenum[^"]*"[^>]*>.*?<\/span>/gis;
const NO_TEXT = /<head\b.*?<\/head>|<(script|style|svg)\b.*?<\/\1>|<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>]*>/gis;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Runs of letters and digits, in the order of the text. */
function wordsOf(text: string): string[] {
  const visible = text.normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
  return visible.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

async function rawWords(path: string): Promise<string[]> {
  const archive = await Archive.open(path);
  try {
    const { spine } = await readPackage(archive, EPUB_LIMITS);
    const words: string[] = [];
    for (const file of spine) {
      const bytes = await archive.read(file, EPUB_LIMITS.textBytes);
      let source = decodeText(bytes!, file);
      for (const pattern of NOTE_REFERENCES) source = source.replace(pattern, '');
      const text = source
        .replace(NO_TEXT, ' ')
        .replace(PAGE_NUMBER, '')
        .replace(BLOCK_TAGS, ' ')
        .replace(/<[^>]*>/g, '')
        .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        .replace(/&(\w+);/g, (reference, name: string) => NAMED[name] ?? reference);
      for (const word of wordsOf(text)) words.push(word);
    }
    return words;
  } finally {
    await archive.close();
  }
}

/** The first place where two lists of words part, with what follows there. */
function firstDifference(raw: readonly string[], read: readonly string[]): string | undefined {
  for (let i = 0; i < Math.max(raw.length, read.length); i++) {
    if (raw[i] !== read[i]) {
      return `word ${i}: file "${raw.slice(i - 3, i + 5).join(' ')}", book "${read.slice(i - 3, i + 5).join(' ')}"`;
    }
  }
  return undefined;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: lost-words.ts DIR');
const count = openTokenCounter();
let words = 0;
let bad = 0;
const names = (await readdir(folder)).filter((name) => name.endsWith('.epub')).sort();
for (const name of names) {
  const path = join(folder, name);
  const raw = await rawWords(path);
  const book = await parseEpub(path);
  const chunks = await chunkBook(book, count);
  const inBlocks = book.sections.flatMap((section) => section.blocks.flatMap((block) => wordsOf(block.text)));
  const inChunks = chunks.flatMap((chunk) => wordsOf(chunk.text));
  words += raw.length;
  for (const [what, difference] of [
    ['blocks', firstDifference(raw, inBlocks)],
    ['chunks', firstDifference(inBlocks, inChunks)],
  ] as const) {
    if (difference === undefined) continue;
    bad++;
    console.log(`${name}, ${what}: ${difference}`);
  }
}
console.log(`${names.length} books, ${words} words, ${bad} differences`);
process.exitCode = bad === 0 ? 0 : 1;
