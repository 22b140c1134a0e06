import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { BookFileError } from '../errors.ts';
import { epubEntries, type FixtureBook, METADATA, writeEpub, xhtml, zip } from './epub.test-support.ts';
import type { EpubErrorCode } from './errors.ts';
import { EPUB_LIMITS } from './limits.ts';
import { parseEpub } from './parse.ts';

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'epub-'));
});
after(() => rm(dir, { recursive: true }));

async function refused(bytes: Uint8Array, code: EpubErrorCode, limits = EPUB_LIMITS): Promise<BookFileError> {
  const path = join(dir, 'book.epub');
  await writeFile(path, bytes);
  let error: unknown;
  await parseEpub(path, limits).catch((e: unknown) => {
    error = e;
  });
  assert.ok(error instanceof BookFileError, `expected a refusal, got ${String(error)}`);
  assert.equal(error.code, code);
  return error;
}

const book = (parts: FixtureBook) => zip(epubEntries(parts));

test('a file that is no ZIP archive is refused as such', async () => {
  await refused(Buffer.from('%PDF-1.7 not an epub'), 'not_zip');
  await refused(Buffer.alloc(0), 'not_zip');
});

test('an archive that lacks part of a file is refused, wherever it is cut off, and never read in part', async () => {
  for (const described of [false, true]) {
    const files = { 'one.xhtml': xhtml('<p>One</p>'), 'two.xhtml': xhtml('<p>Two</p>') };
    const whole = zip(epubEntries({ files }).map((entry) => ({ ...entry, described })));
    const directory = whole.indexOf('PK\x01\x02', 0, 'latin1');
    const between = Array.from({ length: 60 }, (_, i) => Math.floor((directory * (i + 1)) / 61));
    const bounds: number[] = [];
    for (let at = 4; at < directory; at += 4) {
      at = whole.indexOf('PK\x03\x04', at, 'latin1');
      if (at === -1) break;
      bounds.push(at);
    }
    for (const end of [...between, ...bounds]) await refused(whole.subarray(0, end), 'truncated');
  }
});

test('damaged data inside the archive is refused', async () => {
  const text = xhtml(`<p>${Array.from({ length: 500 }, (_, i) => `word${i * 7919}`).join(' ')}</p>`);
  const bytes = book({ files: { 'one.xhtml': text } });
  const at = bytes.indexOf('OEBPS/one.xhtml') + 'OEBPS/one.xhtml'.length;
  bytes.fill(0xff, at + 50, at + 400);
  await refused(bytes, 'damaged');
});

test('without container, package or spine the file is refused with the matching reason', async () => {
  await refused(book({ without: ['META-INF/container.xml', 'OEBPS/content.opf'] }), 'no_container');
  await refused(book({ without: ['OEBPS/content.opf'] }), 'no_package');
  await refused(book({ files: {} }), 'no_spine');
  await refused(book({ without: ['OEBPS/one.xhtml'] }), 'no_spine');
});

test('a package that is not well-formed is refused', async () => {
  await refused(
    book({ entries: [{ name: 'OEBPS/content.opf', data: '<package><metadata></package>' }] }),
    'bad_xml',
  );
});

test('a book without a word of text is refused', async () => {
  await refused(
    book({ files: { 'one.xhtml': xhtml('<p> &#160; <img src="x.png" alt=""/></p>') } }),
    'no_text',
  );
});

test('a file that leads out of the archive is refused', async () => {
  for (const name of ['../evil.xhtml', '/etc/passwd', 'OEBPS/../../evil', 'C:/evil', 'OEBPS\\..\\..\\evil']) {
    await refused(book({ entries: [{ name, data: 'x' }] }), 'unsafe_path');
  }
});

test('too many entries, too large files and too much text are refused before they are unpacked', async () => {
  const many = Array.from({ length: 50 }, (_, i) => ({ name: `OEBPS/${i}.css`, data: '' }));
  await refused(book({ entries: many }), 'too_many_entries', { ...EPUB_LIMITS, entries: 40 });
  const text = { 'one.xhtml': xhtml(`<p>${'word '.repeat(2000)}</p>`) };
  await refused(book({ files: text }), 'too_large', { ...EPUB_LIMITS, entryBytes: 5000 });
  await refused(book({ files: text }), 'too_large', { ...EPUB_LIMITS, textBytes: 5000 });
  await refused(book({ files: { ...text, 'two.xhtml': text['one.xhtml'] } }), 'too_large', {
    ...EPUB_LIMITS,
    totalTextBytes: 15_000,
  });
});

test('an archive of 100,000 entries is refused', async () => {
  const many = Array.from({ length: 100_000 }, (_, i) => ({ name: `OEBPS/${i}.css`, data: '' }));
  const error = await refused(book({ entries: many }), 'too_many_entries');
  assert.match(error.message, /10,?000/);
});

test('200 MB of XHTML in one file are refused by the directory alone', async () => {
  await refused(
    book({ entries: [{ name: 'OEBPS/one.xhtml', data: xhtml('<p>x</p>'), claimedSize: 200 * 1024 * 1024 }] }),
    'too_large',
  );
});

test('a zip bomb is refused: by its ratio, by its sum, and when it lies about its size', async () => {
  const zeros = { name: 'OEBPS/zeros.bin', data: new Uint8Array(4 * 1024 * 1024) };
  await refused(book({ entries: [zeros] }), 'zip_bomb');
  await refused(book({ entries: [zeros] }), 'zip_bomb', {
    ...EPUB_LIMITS,
    ratio: 1e6,
    totalBytes: 1024 * 1024,
  });
  const liar = { name: 'OEBPS/one.xhtml', data: xhtml(`<p>${'x '.repeat(100_000)}</p>`), claimedSize: 500 };
  await refused(book({ entries: [liar] }), 'damaged');
});

test('nested and too many entities are refused in every kind of file', async () => {
  const bombs = [
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>',
    `<!DOCTYPE x [${Array.from({ length: 300 }, (_, i) => `<!ENTITY e${i} "x">`).join('')}]>`,
  ];
  for (const bomb of bombs) {
    await refused(book({ files: { 'one.xhtml': `${bomb}${xhtml('<p>text &b;</p>')}` } }), 'entities');
    await refused(
      book({ entries: [{ name: 'META-INF/container.xml', data: `${bomb}<container/>` }] }),
      'entities',
    );
    await refused(
      book({ nav: 'x', entries: [{ name: 'OEBPS/nav.xhtml', data: `${bomb}<html/>` }] }),
      'entities',
    );
  }
});

test('external entities are refused where they are used, and never fetched', async () => {
  const external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % p "x">]>';
  await refused(book({ files: { 'one.xhtml': `${external}${xhtml('<p>text &a;</p>')}` } }), 'entities');
  await refused(
    book({ entries: [{ name: 'META-INF/container.xml', data: `${external}<container>&a;</container>` }] }),
    'entities',
  );
  const path = await writeEpub(join(dir, 'unused.epub'), {
    files: { 'one.xhtml': `${external}${xhtml('<p>text</p>')}` },
  });
  assert.equal((await parseEpub(path)).sections[0]?.blocks[0]?.text, 'text');
});

test('protected text is refused; obfuscated fonts, rights alone and an empty list are not', async () => {
  const encryption = (algorithm: string, uri: string) =>
    `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`;
  const aes = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc';
  const file = (data: string) => [{ name: 'META-INF/encryption.xml', data }];
  await refused(book({ entries: file(encryption(aes, 'OEBPS/one.xhtml')) }), 'encrypted');
  const rights = ['META-INF/rights.xml', 'META-INF/license.lcpl', 'META-INF/sinf.xml'].map((name) => ({
    name,
    data: '<rights/>',
  }));
  await refused(book({ entries: [...rights, ...file(encryption(aes, 'OEBPS/one.xhtml'))] }), 'encrypted');
  await refused(
    book({ entries: [{ name: 'OEBPS/one.xhtml', data: xhtml('<p>x</p>'), encrypted: true }] }),
    'encrypted',
  );
  const fonts = encryption('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf');
  for (const entries of [file(fonts), rights, file('')]) {
    const path = await writeEpub(join(dir, 'fonts.epub'), { entries });
    assert.equal((await parseEpub(path)).sections.length, 1);
  }
});

test('text in an encoding that cannot be read is refused', async () => {
  const noise = Buffer.from(xhtml('<p>MARK</p>'));
  const random = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i % 13) * 31) % 256);
  const at = noise.indexOf('MARK');
  const bytes = Buffer.concat([noise.subarray(0, at), Buffer.from('ж'), random, noise.subarray(at)]);
  await refused(book({ files: { 'one.xhtml': bytes } }), 'bad_encoding');
});

test('the message names the reason and the place', async () => {
  const error = await refused(book({ metadata: METADATA, without: ['OEBPS/content.opf'] }), 'no_package');
  assert.match(error.message, /package file.*OEBPS\/content\.opf/);
});

test('a missing file is an error of the file system, not of the book', async () => {
  await assert.rejects(parseEpub(join(dir, 'none.epub')), { code: 'ENOENT' });
});
