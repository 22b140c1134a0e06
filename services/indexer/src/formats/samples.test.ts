import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sharedFourGrams } from './four-grams.test-support.ts';
import { formatOfFile } from './registry.ts';

const path = (name: string) => fileURLToPath(new URL(`../../../../test/programs/${name}`, import.meta.url));
const read = async (file: string, name: string) => (await formatOfFile(file, name)).read(file, name);
const epub = await read(path('starter-shelf/epub/the-night-clerk.epub'), 'the-night-clerk.epub');
const CHAPTERS = ['First Sleep', 'Behind the Doors', 'The Filing', 'On Losing Things', 'A House with Rooms'];

/** Extension → share of runs of four words that must be right. What is missing is the title page or the colophon. */
const WANTED: Readonly<Record<string, number>> = {
  azw3: 0.999,
  mobi: 0.999,
  fb2: 0.999,
  'fb2.zip': 0.999,
  docx: 0.997,
  odt: 0.997,
  txt: 0.999,
  html: 0.997,
  markdown: 0.997,
};

for (const [extension, share] of Object.entries(WANTED)) {
  test(`a real ${extension} file gives the words, chapters, title and author of the EPUB`, async () => {
    const name = `the-night-clerk.${extension}`;
    const book = await read(path(`formats/files/${name}`), name);
    const got = sharedFourGrams(epub, book);
    assert.ok(got >= share, `${got} of the 4-grams`);
    assert.equal(book.title, 'The Night Clerk');
    assert.deepEqual(book.authors, ['Ines Halloran']);
    const titles = book.sections.map(({ title }) => title).join(' | ');
    for (const chapter of CHAPTERS) assert.ok(titles.includes(chapter), `${chapter} in ${titles}`);
  });
}
