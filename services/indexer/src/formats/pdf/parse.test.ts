import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ParsedBook } from '../../book.ts';
import { sharedFourGrams } from '../four-grams.test-support.ts';
import { readFile } from '../text/text-files.test-support.ts';
import { type FixturePage, makePdf, textOf } from './pdf.test-support.ts';

const PROGRAMS = new URL('../../../../../test/programs/', import.meta.url);
const real = (name: string) => readFile(name, readFileSync(new URL(`formats/files/${name}`, PROGRAMS)));
const epub = await readFile(
  'clerk.epub',
  readFileSync(new URL('starter-shelf/epub/the-night-clerk.epub', PROGRAMS)),
);
const allText = ({ sections }: ParsedBook) =>
  sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n');

const LINES = [
  'The old lamp burned on the table and nobody had thought of putting it out,',
  'though the morning had come long before and all the street was full of peo-',
  'ple who went to their work, looked up at the window and wondered what kept',
  'him awake. He had read all night, as he often did when rain was on the roof.',
];
const page = (extra: Partial<FixturePage> = {}): FixturePage => ({ content: textOf(LINES), ...extra });
const PICTURE: FixturePage = { content: '', picture: true };

test('a book from Calibre gives the words, the chapters of its outline, title, author and a cover', async () => {
  const book = await real('the-night-clerk.pdf');
  const share = sharedFourGrams(epub, book);
  assert.ok(share >= 0.99, `${share} of the 4-grams`);
  assert.deepEqual([book.title, book.authors], ['The Night Clerk', ['Ines Halloran']]);
  assert.deepEqual(
    book.sections.slice(1, 4).map(({ title, href }) => `${title} ${href}`),
    ['01.00 First Sleep #page=5.2', '02.30 Behind the Doors #page=7.3', '03.15 The Filing #page=9.4'],
  );
  assert.equal(Buffer.from(book.cover!.data).toString('latin1', 1, 4), 'PNG');
});

test('two columns are read one after the other, hyphens undone, running heads and numbers left out', async () => {
  const book = await real('columns.pdf');
  const share = sharedFourGrams(epub, book);
  assert.ok(share >= 0.97, `${share} of the 4-grams`);
  assert.equal(book.language, 'en');
});

test('footnotes are notes and part no paragraph; pages have their labels, also within a paragraph', async () => {
  const book = await real('footnotes.pdf');
  const blocks = book.sections.flatMap((section) => section.blocks);
  const notes = blocks.filter(({ type }) => type === 'note').map(({ text }) => text);
  assert.equal(notes.length, 11);
  assert.equal(notes[1], '2. Written on the back of a menu.');
  const text = allText(book);
  assert.match(text, /asked for a softer pillow\. Three-oh-four/, 'the number of the note is no text');
  assert.match(
    text,
    /nothing for company but rats, against which they stood/,
    'the paragraph goes on over the page',
  );
  const labels = blocks.flatMap(({ pages = [] }) => pages.map(({ label }) => label));
  assert.deepEqual(labels, ['i', 'ii', 'iii', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  const { pages, text: paragraph } = blocks.find((block) => block.text.includes('but rats'))!;
  assert.ok(paragraph.slice(pages![0]!.at).startsWith('against which they stood'));
});

test('Hebrew is read from the right, with its headings as sections where there is no outline', async () => {
  const book = await real('right-to-left.pdf');
  assert.deepEqual(
    book.sections.map(({ title }) => title),
    ['האור', 'הרקיע', 'הימים'],
  );
  assert.match(allText(book), /ויאמר אלהים יהי אור ויהי אור/);
});

test('lines become a paragraph, divided words are closed up', async () => {
  const [section] = (await readFile('a.pdf', makePdf([page()]))).sections;
  assert.equal(section?.blocks.length, 1);
  assert.match(section!.blocks[0]!.text, /full of people who went to their work/);
});

test('text that is turned, and a page that is turned, are read', async () => {
  const shown = LINES.map((line) => `(${line}) Tj T*`).join('\n');
  const turned = { content: `BT /F1 12 Tf 15 TL 0 1 -1 0 100 72 Tm\n${shown}\nET\n` };
  const book = await readFile('t.pdf', makePdf([turned, page({ extra: '/Rotate 90' })]));
  assert.equal(allText(book).match(/full of people who went to their work/g)?.length, 2);
});

test('a scan without text is refused, a picture among pages of text is named', async () => {
  await assert.rejects(readFile('s.pdf', makePdf([PICTURE, PICTURE])), (error: Error & { code: string }) => {
    assert.equal(error.code, 'no_text_layer');
    assert.match(error.message, /run OCR first, for example ocrmypdf/);
    return true;
  });
  const { notes } = await readFile('p.pdf', makePdf([page(), PICTURE, PICTURE, page(), PICTURE]));
  assert.deepEqual(
    notes?.map(({ place }) => place),
    ['2 pages without a text layer (2–3)'],
  );
});

test('a table of objects with wrong places is rebuilt; what is no PDF is refused', async () => {
  assert.match(allText(await readFile('x.pdf', makePdf([page()], { shift: 7 }))), /old lamp/);
  await assert.rejects(readFile('n.pdf', '%PDF-1.7\nnothing else'), { code: 'not_pdf' });
  await assert.rejects(readFile('e.pdf', makePdf([])), { code: 'no_text' });
});

test('JavaScript, a page tree and an outline in circles, and huge pages do no harm', async () => {
  const script = '<< /S /JavaScript /JS (while \\(true\\) {}) >>';
  const first = 7;
  const circle = [
    `<< /First ${first + 1} 0 R /Last ${first + 1} 0 R /Count 2 >>`,
    `<< /Title (A) /Parent ${first} 0 R /Next ${first + 1} 0 R /First ${first} 0 R /Dest [5 0 R /Fit] >>`,
  ];
  const book = await readFile(
    'j.pdf',
    makePdf([page()], { catalog: `/OpenAction ${script} /Outlines ${first} 0 R`, more: circle }),
  );
  assert.match(allText(book), /old lamp/);
  const huge = await readFile('h.pdf', makePdf([page({ extra: '/MediaBox [0 0 1000000000 1000000000]' })]));
  assert.match(allText(huge), /old lamp/);
  const looped = makePdf([page()]).toString('latin1').replace('/Kids [5 0 R]', '/Kids [2 0 R]');
  await assert.rejects(readFile('l.pdf', looped), (error: Error & { code: string }) =>
    ['no_text', 'not_pdf'].includes(error.code),
  );
});

test('encryption with an empty password is no obstacle, one with a password is', async () => {
  assert.match(allText(await real('encrypted.pdf')), /old lamp/);
  await assert.rejects(real('locked.pdf'), { code: 'needs_password' });
});
