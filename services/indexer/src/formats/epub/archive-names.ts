/** What entries of an archive are called, in whatever encoding, and how a name in the package finds them. */
import { type Entry, getFileNameLowLevel } from 'yauzl';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
/** Of machines that wrote names as their own text: DOS and Windows in Russian, Chinese, Japanese, Korean, and Latin. */
const LEGACY = ['windows-1252', 'ibm866', 'windows-1251', 'windows-1250', 'gbk', 'shift_jis', 'big5', 'euc-kr'];

/** UTF-8 where the bytes are that, whatever the flag says; else by the flag and what the entry says of itself. */
export function entryName(entry: Entry): string {
  let name: string;
  try {
    name = UTF_8.decode(entry.fileNameRaw);
  } catch {
    name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  }
  return name.replaceAll('\\', '/');
}

/** Names that count as one: case, Unicode composition, escapes and empty steps are levelled. */
export function looseName(name: string): string {
  return decodePath(name)
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?:^|\/)\.(?=\/)/g, '')
    .replace(/\/{2,}/g, '/')
    .replace(/^\//, '');
}

/** Loose names of an entry whose name is in an encoding that the archive does not tell. */
export function alternativeNames(name: string, { fileNameRaw }: Entry): string[] {
  if (!/[^\u0000-\u007f]/.test(name) || isUtf8(fileNameRaw)) return [];
  return LEGACY.map((encoding) => looseName(new TextDecoder(encoding).decode(fileNameRaw).replaceAll('\\', '/')));
}

/** Percent escapes decoded; as it stands if they are none. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    UTF_8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
