/** One FB2 file → one parsed book. */
import { readFile, stat } from 'node:fs/promises';
import type { ParsedBook, ReadingNote } from '../../book.ts';
import { Archive } from '../epub/archive.ts';
import { EPUB_LIMITS } from '../epub/limits.ts';
import { BookFileError } from '../errors.ts';
import { checkTextSize, decodeAny } from '../text/decode-any.ts';
import { pastTitlePage } from '../text/heading-points.ts';
import { stemOf } from '../text/metadata-of.ts';
import { MIN_MEAN_SECTION_WORDS } from '../text/one-file-book.ts';
import { assembleSections } from '../text/sections.ts';
import { readBody } from './body.ts';
import { readDescription } from './description.ts';
import { FB2_ERRORS } from './errors.ts';

/** Bytes of the XML with its pictures: three of the largest illustrated ones. */
const MAX_BYTES = 48 * 1024 * 1024;
const ZIP_HEADER = 'PK\x03\x04';

/** @throws BookFileError when the file is refused; errors of the file system as they come */
export async function parseFb2(path: string, name: string): Promise<ParsedBook> {
  return readFb2(decodeAny(await xmlOf(path), name), name);
}

/** The file itself, or the first .fb2 file of a ZIP archive. */
async function xmlOf(path: string): Promise<Uint8Array> {
  checkTextSize((await stat(path)).size, MAX_BYTES);
  const bytes = await readFile(path);
  if (!bytes.toString('latin1', 0, 64).includes(ZIP_HEADER)) return bytes;
  const archive = await Archive.open(path, { ...EPUB_LIMITS, textBytes: MAX_BYTES });
  try {
    const entry = [...archive.names()].find((candidate) => /\.fb2$/i.test(candidate));
    const unpacked = entry === undefined ? undefined : await archive.read(entry, MAX_BYTES);
    if (unpacked === undefined) throw new BookFileError('no_fb2', '', { reason: FB2_ERRORS.no_fb2 });
    return unpacked;
  } finally {
    await archive.close();
  }
}

/** @throws BookFileError not_fb2, entities, no_text */
export function readFb2(source: string, name: string): ParsedBook {
  const notes: ReadingNote[] = [];
  const { metadata, coverId } = readDescription(source, stemOf(name, ['.fb2.zip', '.fb2', '.fbz']), notes);
  const { files, points, cover } = readBody(source, name, coverId);
  const [text] = files;
  if (text === undefined) throw new BookFileError('not_fb2', '', { reason: FB2_ERRORS.not_fb2 });
  const inText = Map.groupBy(points, ({ path }) => path === text.path);
  const contents = [...pastTitlePage(inText.get(true) ?? [], text.content), ...(inText.get(false) ?? [])];
  const sections = assembleSections(files, contents, metadata.title, MIN_MEAN_SECTION_WORDS);
  if (!sections.some(({ kind }) => kind === 'body')) throw new BookFileError('no_text');
  return { ...metadata, sections, cover, notes };
}
