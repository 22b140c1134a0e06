/** What entries of an archive are called, in whatever encoding, and how a name in the package finds them. */
import { isUtf8 } from 'node:buffer';
import { type Entry, getFileNameLowLevel } from 'yauzl';

/** Of machines that wrote names as their own text: DOS and Windows in Russian, Chinese, Japanese, Korean, and Latin. */
const LEGACY = [
  'windows-1252',
  'ibm866',
  'windows-1251',
  'windows-1250',
  'gbk',
  'shift_jis',
  'big5',
  'euc-kr',
];

/** UTF-8 where the bytes are that, whatever the flag says; else by the flag and what the entry says of itself. */
export function entryName(entry: Entry): string {
  const { fileNameRaw, generalPurposeBitFlag, extraFields } = entry;
  const name = isUtf8(fileNameRaw)
    ? fileNameRaw.toString('utf8')
    : getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
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
export function alternativeNames({ fileNameRaw }: Entry): string[] {
  if (isUtf8(fileNameRaw)) return [];
  return LEGACY.map((encoding) =>
    looseName(new TextDecoder(encoding).decode(fileNameRaw).replaceAll('\\', '/')),
  );
}

/** Percent escapes decoded: as UTF-8, else, as old tools wrote them, as Latin-1; what is no escape stays. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([89a-f][\da-f])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}
