/**
 * The book formats as all services know them: their names and how their files begin. The indexer has the readers
 * (services/indexer/src/formats).
 */

export interface BookFormatInfo {
  /** Lower case, such as "epub"; part of stored versions. */
  id: string;
  /** As people call it: "EPUB". */
  name: string;
  /** Lower case, with the dot; the first one names files that have none. */
  extensions: readonly [string, ...string[]];
  mediaTypes: readonly string[];
  /** Can a file that begins with these bytes be of this format? `head` has up to `SNIFFED_BYTES`. */
  sniff(head: Uint8Array): boolean;
  /** Its content tells too little: a file without one of its extensions is not of this format. */
  namedOnly?: boolean;
  /** Smaller files of a folder are passed over: "read me" files and the like. In bytes. */
  minBytes?: number;
}

/** Bytes at the beginning of a file that its format is recognised by. */
export const SNIFFED_BYTES = 1024;

/** An EPUB is a ZIP file, and a ZIP file with content begins with a local file header. */
const ZIP_HEADER = [0x50, 0x4b, 0x03, 0x04];

/** About a hundred words, with which a text begins to be a book. */
const MIN_TEXT_BYTES = 500;
const PDF_HEADER = [0x25, 0x50, 0x44, 0x46, 0x2d];
const FICTION_BOOK = [...'FictionBook'].map((letter) => letter.charCodeAt(0));
const PALM_BOOK = [...'BOOKMOBI'].map((letter) => letter.charCodeAt(0));

/** All formats, in the order in which they are named; of one work in several, the first is the one to index. */
export const BOOK_FORMATS: BookFormatInfo[] = [
  {
    id: 'epub',
    name: 'EPUB',
    extensions: ['.epub'],
    mediaTypes: ['application/epub+zip'],
    // Some programs put a few bytes before the archive; every ZIP reader passes over them.
    sniff: (head) => holds(head, ZIP_HEADER),
  },
  {
    id: 'azw3',
    name: 'AZW3',
    extensions: ['.azw3', '.kf8'],
    mediaTypes: ['application/vnd.amazon.mobi8-ebook', 'application/x-mobi8-ebook'],
    // The header of a Palm database names its kind, from byte 60 on.
    sniff: isMobi,
  },
  {
    id: 'mobi',
    name: 'MOBI',
    extensions: ['.mobi', '.azw', '.prc'],
    mediaTypes: ['application/x-mobipocket-ebook', 'application/vnd.amazon.ebook'],
    sniff: isMobi,
  },
  {
    id: 'fb2',
    name: 'FB2',
    extensions: ['.fb2', '.fb2.zip', '.fbz'],
    mediaTypes: ['application/x-fictionbook+xml', 'application/x-zip-compressed-fb2'],
    // In UTF-16 every other byte is zero.
    sniff: (head) =>
      holds(
        head.filter((byte) => byte !== 0),
        FICTION_BOOK,
      ) || holds(head.subarray(0, 64), ZIP_HEADER),
  },
  {
    id: 'docx',
    name: 'DOCX',
    extensions: ['.docx'],
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    // A ZIP file like many others.
    namedOnly: true,
    sniff: isZip,
  },
  {
    id: 'odt',
    name: 'ODT',
    extensions: ['.odt'],
    mediaTypes: ['application/vnd.oasis.opendocument.text'],
    namedOnly: true,
    sniff: isZip,
  },
  {
    id: 'pdf',
    name: 'PDF',
    extensions: ['.pdf'],
    mediaTypes: ['application/pdf'],
    // Readers accept it anywhere in the first 1,024 bytes.
    sniff: (head) => holds(head, PDF_HEADER),
  },
  {
    id: 'html',
    name: 'HTML',
    extensions: ['.html', '.htm', '.xhtml'],
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    // A page that reports an error, saved under the name of a book, is no book.
    namedOnly: true,
    minBytes: MIN_TEXT_BYTES,
    sniff: isText,
  },
  {
    id: 'markdown',
    name: 'Markdown',
    extensions: ['.md', '.markdown'],
    mediaTypes: ['text/markdown'],
    namedOnly: true,
    minBytes: MIN_TEXT_BYTES,
    sniff: isText,
  },
  {
    id: 'txt',
    name: 'plain text',
    extensions: ['.txt', '.text'],
    mediaTypes: ['text/plain'],
    namedOnly: true,
    minBytes: MIN_TEXT_BYTES,
    sniff: isText,
  },
];

/** The format whose extension a file name has. */
export function formatOfName(fileName: string): BookFormatInfo | undefined {
  const name = fileName.toLowerCase();
  return BOOK_FORMATS.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}

/** Code of a file that is left out because its text is in the library from a better format. */
export const OTHER_FORMAT = 'other_format';

/** A file's path without its format's extension: files that share it may be formats of one work. */
export function workName(fileName: string): string {
  const lower = fileName.toLowerCase();
  const extension = formatOfName(fileName)?.extensions.find((end) => lower.endsWith(end)) ?? '';
  return fileName.slice(0, fileName.length - extension.length);
}

/** Is the first file of a better format than the second? The order of `BOOK_FORMATS` decides. */
export function isBetterFormat(fileName: string, than: string): boolean {
  const rank = (name: string) => BOOK_FORMATS.findIndex(({ id }) => id === formatOfName(name)?.id);
  return rank(fileName) < rank(than);
}

/** The format that a file has by its first bytes; where several can be, the one that its name says. */
export function formatOfContent(head: Uint8Array, fileName: string): BookFormatInfo | undefined {
  const possible = BOOK_FORMATS.filter((format) => format.sniff(head));
  const named = formatOfName(fileName);
  return named !== undefined && possible.includes(named)
    ? named
    : possible.find((format) => !format.namedOnly);
}

/** "EPUB", "EPUB or FB2", "EPUB, FB2 or PDF". */
export function formatNames(): string {
  const names = BOOK_FORMATS.map(({ name }) => name);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}

/** For a file dialog: extensions and media types, separated by commas. */
export function acceptedFiles(): string {
  return BOOK_FORMATS.flatMap(({ extensions, mediaTypes }) => [...extensions, ...mediaTypes]).join(',');
}

/** Bytes that no text has in any encoding but UTF-16 and UTF-32: controls other than white space and escape. */
const CONTROL = (byte: number) =>
  byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b;

/** UTF-16 and UTF-32 have zero bytes at every second place at least. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0 || holds(head.subarray(0, 4), ZIP_HEADER)) return false;
  let zeros = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if (CONTROL(byte)) controls++;
  }
  return controls <= head.length / 100 && (zeros === 0 || zeros >= head.length / 4);
}

function isZip(head: Uint8Array): boolean {
  return holds(head.subarray(0, 64), ZIP_HEADER);
}

function isMobi(head: Uint8Array): boolean {
  return PALM_BOOK.every((byte, i) => head[60 + i] === byte);
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
