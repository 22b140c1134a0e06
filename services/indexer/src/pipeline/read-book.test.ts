import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ReadLimits } from '../formats/book-format.ts';
import { writeEpub } from '../formats/epub/epub.test-support.ts';
import { epub } from '../formats/epub/format.ts';
import { BookFileError } from '../formats/errors.ts';
import { readBook } from './read-book.ts';

const HOSTILE = fileURLToPath(new URL('./hostile-reader.test-support.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'libtrails-read-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const never = new AbortController().signal;

/** How reading ends if the process does `act`. */
async function ending(act: string, over: Partial<ReadLimits> = {}): Promise<BookFileError> {
  const path = join(folder, act);
  writeFileSync(path, '');
  const error = await readBook(path, never, { ...epub.limits, ...over }, HOSTILE).then(
    () => assert.fail('it was read'),
    (e: unknown) => e,
  );
  assert.ok(error instanceof BookFileError, String(error));
  assert.equal(error.code, 'too_heavy');
  return error;
}

test('a book is read in a process of its own, with its cover re-encoded', async () => {
  const { default: sharp } = await import('sharp');
  const png = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#803020' } })
    .png()
    .toBuffer();
  const path = await writeEpub(join(folder, 'book.epub'), {
    items: '<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>',
    entries: [{ name: 'OEBPS/cover.png', data: png }],
  });
  const { book, cover } = await readBook(path, never);
  assert.equal(book.title, 'A Book');
  assert.equal(book.sections[0]?.blocks[0]?.text, 'Some words to read.');
  assert.deepEqual([cover?.mediaType, cover?.width, cover?.height], ['image/webp', 40, 60]);
  assert.equal(Buffer.from(cover!.data).toString('latin1', 8, 12), 'WEBP');
});

test('a file that is refused is refused with the same reason as without a process', async () => {
  const path = await writeEpub(join(folder, 'none.epub'), { without: ['OEBPS/content.opf'] });
  await assert.rejects(readBook(path, never), (error: BookFileError) => {
    assert.equal(error.code, 'no_package');
    assert.match(error.message, /OEBPS\/content\.opf/);
    return true;
  });
});

test('a link to a file in another folder is followed, through links of links', async () => {
  for (const name of ['elsewhere', 'shelf']) mkdirSync(join(folder, name));
  const file = await writeEpub(join(folder, 'elsewhere', 'linked.epub'), {});
  symlinkSync(file, join(folder, 'elsewhere', 'first.epub'));
  symlinkSync(join('..', 'elsewhere', 'first.epub'), join(folder, 'shelf', 'second.epub'));
  assert.equal((await readBook(join(folder, 'shelf', 'second.epub'), never)).book.title, 'A Book');
});

test('a book without a title is called by the name of the link', async () => {
  const file = await writeEpub(join(folder, 'key-of-a-store.epub'), { metadata: '' });
  symlinkSync(file, join(folder, 'On Links.epub'));
  assert.equal((await readBook(join(folder, 'On Links.epub'), never)).book.title, 'On Links');
});

test('a link that leads nowhere is an error of the file system', async () => {
  const link = join(folder, 'dangling.epub');
  symlinkSync(join(folder, 'nowhere.epub'), link);
  await assert.rejects(readBook(link, never), { code: 'ENOENT' });
});

test('a file that is not there is an error of the file system', async () => {
  await assert.rejects(readBook(join(folder, 'nowhere.epub'), never), { code: 'ENOENT' });
});

test('a file that makes the parser run for ever is refused after its seconds of CPU, at the first attempt', async () => {
  assert.match((await ending('hang', { cpuSeconds: 2 })).message, /more than 2 s of CPU/);
});

test('a file that eats memory is refused at the limit', async () => {
  assert.match((await ending('eat', { heapMib: 40 })).message, /40 MiB of memory/);
});

test('a file that never comes is given up', async () => {
  assert.match((await ending('sleep', { seconds: 1 })).message, /not read within 1 s/);
});

test('a file that crashes the parser is refused, and the next one is read', async () => {
  assert.match((await ending('crash')).message, /SIGSEGV/);
  assert.match((await ending('vanish')).message, /exit code 7/);
  const path = await writeEpub(join(folder, 'next.epub'), {});
  assert.equal((await readBook(path, never)).book.title, 'A Book');
});

test('the process can neither write, nor read other files, nor start programs, nor see the token', async () => {
  const path = join(folder, 'attempts');
  writeFileSync(path, '');
  process.env.LIBTRAILS_TOKEN = 'a-token-for-the-test';
  try {
    const { book } = await readBook(path, never, epub.limits, HOSTILE);
    assert.equal(book.title, '', `it could ${book.title}`);
    assert.equal(existsSync(`${path}.evil`), false);
  } finally {
    delete process.env.LIBTRAILS_TOKEN;
  }
});

test('a stop ends it at once', async () => {
  const path = join(folder, 'sleep');
  writeFileSync(path, '');
  const stopping = new AbortController();
  const reading = readBook(path, stopping.signal, epub.limits, HOSTILE);
  setTimeout(() => stopping.abort(), 100);
  await assert.rejects(reading, { code: 'cancelled' });
});

test('a PDF is read in the process as well, its first page being the cover', async () => {
  const file = fileURLToPath(
    new URL('../../../../test/programs/formats/files/the-night-clerk.pdf', import.meta.url),
  );
  const { book, cover } = await readBook(file, never);
  assert.equal(book.title, 'The Night Clerk');
  assert.deepEqual([cover?.mediaType, cover?.width], ['image/webp', 640]);
});
