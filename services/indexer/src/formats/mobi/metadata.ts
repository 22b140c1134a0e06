/** Title, authors and the rest from a book's metadata (EXTH). */
import type { BookMetadata, CoverImage } from '../../book.ts';
import { authorNames } from '../epub/author-names.ts';
import { readContent } from '../epub/content.ts';
import { rasterTypeOf } from '../epub/cover.ts';
import { metadataOf, yearIn } from '../text/metadata-of.ts';
import { type MobiHeader, numberOf } from './header.ts';
import { MOBI_LIMITS } from './limits.ts';
import type { PalmDatabase } from './palm-database.ts';

const AUTHOR = 100;
const PUBLISHER = 101;
const DESCRIPTION = 103;
const ISBN = 104;
const SUBJECT = 105;
const DATE = 106;
const COVER = 201;
const TITLE = 503;
const LANGUAGE = 524;

/** Longest description that is looked at, in bytes. */
const MAX_DESCRIPTION = 64 * 1024;

/** Primary languages of Windows (the low ten bits of a locale) in which e-books are sold. */
const LANGUAGES: Readonly<Record<number, string>> = {
  ...{ 1: 'ar', 2: 'bg', 3: 'ca', 4: 'zh', 5: 'cs', 6: 'da', 7: 'de', 8: 'el' },
  ...{ 9: 'en', 10: 'es', 11: 'fi', 12: 'fr', 13: 'he', 14: 'hu', 15: 'is', 16: 'it' },
  ...{ 17: 'ja', 18: 'ko', 19: 'nl', 20: 'no', 21: 'pl', 22: 'pt', 24: 'ro', 25: 'ru' },
  ...{ 27: 'sk', 29: 'sv', 30: 'th', 31: 'tr', 34: 'uk', 36: 'sl', 37: 'et', 38: 'lv' },
  ...{ 39: 'lt', 42: 'vi', 45: 'eu', 57: 'hi', 62: 'ms', 86: 'gl' },
};

export function readMobiMetadata(header: MobiHeader, fallbackTitle: string): BookMetadata {
  const decoder = new TextDecoder(header.charset);
  const all = (kind: number) =>
    (header.metadata.get(kind) ?? []).map((value) => decoder.decode(value.subarray(0, MAX_DESCRIPTION)));
  return metadataOf(
    {
      title: all(TITLE)[0] || header.title,
      authors: all(AUTHOR).flatMap((name) => authorNames(name.trim(), '')),
      language: all(LANGUAGE)[0] || (LANGUAGES[header.locale & 0x3ff] ?? ''),
      year: yearIn(all(DATE)[0] ?? ''),
      description: textOfMarkup(all(DESCRIPTION)[0] ?? ''),
      subjects: all(SUBJECT).flatMap((text) => text.split(/\s*;\s*/)),
      publisher: all(PUBLISHER)[0] ?? '',
      identifiers: all(ISBN),
    },
    fallbackTitle,
  );
}

function textOfMarkup(source: string): string {
  if (!/[<&]/.test(source)) return source;
  return readContent(`<body>${source}</body>`, 'description')
    .blocks.map(({ text }) => text)
    .join('\n\n');
}

/** Undefined if there is none, or none that is an image: a book needs no cover. */
export function readMobiCover(database: PalmDatabase, header: MobiHeader): CoverImage | undefined {
  const index = numberOf(header.metadata.get(COVER)?.[0]);
  if (index === undefined || index >= database.records) return undefined;
  if (database.bytesOf(header.firstPicture + index) > MOBI_LIMITS.coverBytes) return undefined;
  const data = database.record(header.firstPicture + index);
  const mediaType = data === undefined ? undefined : rasterTypeOf(data);
  return data === undefined || mediaType === undefined ? undefined : { data, mediaType };
}
