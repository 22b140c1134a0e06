/** Is the text of the book encrypted? Obfuscated fonts alone are no protection of the text. */

import { decodeText } from '../text/decode-text.ts';
import type { Archive } from './archive.ts';
import { EpubError } from './errors.ts';
import type { EpubLimits } from './limits.ts';
import { type EpubPackage, locate } from './package.ts';
import { descendants, parseXml } from './xml.ts';

const ENCRYPTION = 'META-INF/encryption.xml';
/** EPUB 3.3 font obfuscation (§ 4.4) and Adobe's older kind. */
const FONT_OBFUSCATION = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#rc']);

/** @throws EpubError encrypted */
export async function refuseProtected(
  archive: Archive,
  book: EpubPackage,
  limits: EpubLimits,
): Promise<void> {
  // Rights and licences beside it say nothing: shops add them to books that are not encrypted.
  const bytes = await archive.read(ENCRYPTION, limits.packageBytes);
  if (bytes === undefined) return;
  const text = decodeText(bytes, ENCRYPTION);
  // Tools that take out all fonts leave nothing.
  if (!text.includes('<')) return;
  const needed = new Set([...book.spine, book.path, book.nav, book.ncx]);
  for (const data of descendants(parseXml(text, ENCRYPTION), 'EncryptedData')) {
    const algorithms = [...descendants(data, 'EncryptionMethod')].map((e) => e.attributes.Algorithm ?? '');
    if (algorithms.length > 0 && algorithms.every((a) => FONT_OBFUSCATION.has(a.toLowerCase()))) continue;
    for (const reference of descendants(data, 'CipherReference')) {
      // Paths in META-INF count from the root of the archive.
      const path = locate(archive, '', reference.attributes.URI ?? '')?.path;
      if (path !== undefined && needed.has(path)) throw new EpubError('encrypted', path);
    }
  }
}
