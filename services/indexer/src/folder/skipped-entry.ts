/** Why an entry of the folder of books is left out. The codes are stable. */

/** What the owner can do something about comes first: lists are cut at their end. */
export const SKIP_REASONS = {
  unreadable: 'It may not be read. Give the indexer the right to read it.',
  read_error: 'It could not be read.',
  bad_name: 'Its name is not valid UTF-8. Rename it.',
  same_name:
    'Its name differs from that of another file in the form of its accents only. Rename one of them.',
  unpacked: 'An unpacked EPUB. Pack the folder into a ZIP file whose name ends in .epub.',
  not_a_file: 'It is named like a book, but is a pipe, a socket or a device.',
  empty: 'The file is empty.',
  too_large: 'The file has more than 1 GiB.',
  dead_link: 'A link to something that is not there.',
  calibre: 'The Calibre library could not be read.',
  calibre_missing: 'Calibre lists this book, but its file is not there.',
  link_loop: 'A link that leads back to itself.',
  seen_folder: 'A link to a folder that is read already, or that holds this one.',
  too_deep: 'It lies more than 64 folders deep.',
  too_many: 'The folder has more than a million entries; the rest is left out.',
  system: 'Kept by the system or the storage device for itself.',
  hidden: 'Hidden: its name begins with a dot.',
} as const;

export type SkipCode = keyof typeof SKIP_REASONS;

/** Codes of files that are read but not in the library: indexing failed, or another file has the same content. */
const FILE_CODES = ['failed', 'same_content'] as const;

export type LeftOutCode = SkipCode | (typeof FILE_CODES)[number];

/** All codes of what is left out. */
export const LEFT_OUT_CODES: readonly string[] = [...FILE_CODES, ...Object.keys(SKIP_REASONS)];

export interface SkippedEntry {
  /** Path relative to the folder, with '/' between its parts; bytes that are no UTF-8 as "\xe9". */
  fileName: string;
  code: SkipCode;
  reason: string;
}

/** @param detail what the system said */
export function skippedEntry(fileName: string, code: SkipCode, detail = ''): SkippedEntry {
  const reason = detail === '' ? SKIP_REASONS[code] : `${SKIP_REASONS[code]} (${detail})`;
  return { fileName: fileName.replace(/\p{C}/gu, escapedCharacter), code, reason };
}

/** A name may hold line breaks and marks that turn the text around it. */
function escapedCharacter(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

/** What an error of the file system says of the entry it concerns. */
export function skippedByError(fileName: string, error: unknown): SkippedEntry {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return skippedEntry(fileName, 'unreadable');
  if (code === 'ELOOP') return skippedEntry(fileName, 'link_loop');
  if (code === 'ENOENT') return skippedEntry(fileName, 'dead_link');
  return skippedEntry(fileName, 'read_error', code === '' ? message : code);
}

const ORDER = Object.keys(SKIP_REASONS);

/** By what the owner can do about it, then by name. */
export function inOrder(entries: readonly SkippedEntry[]): SkippedEntry[] {
  return [...entries].sort(
    (a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code) || (a.fileName < b.fileName ? -1 : 1),
  );
}

/** Folders that storage devices and systems make beside the files of their users, in lower case. */
const SYSTEM_FOLDERS = new Set([
  // Synology
  '@eadir',
  '@tmp',
  '@sharebin',
  '#recycle',
  '#snapshot',
  // QNAP
  '@recycle',
  '@recently-snapshot',
  '.@__thumb',
  // macOS, also on network drives
  '.trashes',
  '.appledouble',
  '.appledb',
  '.appledesktop',
  '.spotlight-v100',
  '.fseventsd',
  '.temporaryitems',
  'network trash folder',
  'temporary items',
  // Windows
  '$recycle.bin',
  'recycler',
  'system volume information',
  // Linux, ZFS, calibre, Syncthing
  'lost+found',
  '.zfs',
  '.snapshot',
  '.snapshots',
  '.caltrash',
  '.stversions',
]);

/** Is it a folder of a storage device or system, by its name? */
export function isSystemFolder(name: string): boolean {
  const lower = name.toLowerCase();
  return SYSTEM_FOLDERS.has(lower) || /^\.trash(?:-\d+)?$/.test(lower);
}
