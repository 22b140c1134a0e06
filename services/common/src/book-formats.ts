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
}

/** Bytes at the beginning of a file that its format is recognised by. */
export const SNIFFED_BYTES = 1024;

/** An EPUB is a ZIP file, and a ZIP file with content begins with a local file header. */
const ZIP_HEADER = [0x50, 0x4b, 0x03, 0x04];

/** All formats, in the order in which they are named. */
export const BOOK_FORMATS: BookFormatInfo[] = [
  {
    id: 'epub',
    name: 'EPUB',
    extensions: ['.epub'],
    mediaTypes: ['application/epub+zip'],
    // Some programs put a few bytes before the archive; every ZIP reader passes over them.
    sniff: (head) => holds(head, ZIP_HEADER),
  },
];

/** The format whose extension a file name has. */
export function formatOfName(fileName: string): BookFormatInfo | undefined {
  const name = fileName.toLowerCase();
  return BOOK_FORMATS.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}

/** The format that a file has by its first bytes; where several can be, the one that its name says. */
export function formatOfContent(head: Uint8Array, fileName: string): BookFormatInfo | undefined {
  const possible = BOOK_FORMATS.filter((format) => format.sniff(head));
  const named = formatOfName(fileName);
  return named !== undefined && possible.includes(named) ? named : possible[0];
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

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
