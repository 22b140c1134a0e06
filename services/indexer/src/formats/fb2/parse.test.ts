import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zip } from '../epub/epub.test-support.ts';
import { PROSE, readFile } from '../text/text-files.test-support.ts';
import { readFb2 } from './parse.ts';

const book = (body: string, titleInfo = '<book-title>Лампа</book-title>', rest = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><FictionBook xmlns:l="http://www.w3.org/1999/xlink"><description><title-info>${titleInfo}</title-info></description><body>${body}</body>${rest}</FictionBook>`;
const section = (title: string, inner = `<p>${PROSE}</p>`) =>
  `<section><title><p>${title}</p></title>${inner}</section>`;

test('title, authors, series, language, date, annotation and cover come from the description', () => {
  const parsed = readFb2(
    book(
      section('One'),
      '<genre>sf_history</genre><author><first-name>Ada</first-name><middle-name>B.</middle-name><last-name>Marlow</last-name></author><author><nickname>okuda</nickname></author><book-title>The Lamp</book-title><annotation><p>One.</p><p>Two.</p></annotation><date value="1871-01-01">spring</date><coverpage><image l:href="#c.png"/></coverpage><lang>en</lang><sequence name="Lights" number="2"/>',
      '<binary id="x">AAAA</binary><binary id="c.png" content-type="image/png">iVBORw0K\nGgo=</binary>',
    ),
    'a.fb2',
  );
  const { title, authors, authorSort, series, seriesIndex, language, year, description, subjects } = parsed;
  assert.deepEqual([title, authors, authorSort], ['The Lamp', ['Ada B. Marlow', 'okuda'], 'Marlow, Ada B.']);
  assert.deepEqual([series, seriesIndex, language, year], ['Lights', 2, 'en', 1871]);
  assert.deepEqual([description, subjects], ['One.\n\nTwo.', ['sf history']]);
  assert.equal(parsed.cover?.mediaType, 'image/png');
  assert.equal(Buffer.from(parsed.cover!.data).toString('latin1', 1, 4), 'PNG');
});

test('sections nest; titles of several lines are one; epigraphs, poems and subtitles keep their kind', () => {
  const inner = `<epigraph><p>Said once.</p><text-author>B.</text-author></epigraph><subtitle>* * *</subtitle><p>${PROSE}</p><poem><title><p>Song</p></title><stanza><v>One line,</v><v>and another.</v></stanza></poem>`;
  const { sections } = readFb2(
    book(`<section><title><p>Part I</p></title>${section('1</p><p>Oil', inner)}${section('Wick')}</section>`),
    'a.fb2',
  );
  assert.deepEqual(
    sections.map(({ title, depth }) => `${depth} ${title}`),
    ['0 1 Oil', '1 Part I: Wick'],
  );
  assert.deepEqual(
    sections[0]!.blocks.map(({ type, text }) => `${type} ${text.slice(0, 24)}`),
    [
      'heading Part I',
      'heading 1: Oil',
      'quote Said once.',
      'quote B.',
      'heading * * *',
      `paragraph ${PROSE.slice(0, 24)}`,
      'heading Song',
      'verse One line,\nand another.',
    ],
  );
});

test('references to notes are no text; the notes are a section that is not searched', () => {
  const { sections } = readFb2(
    book(
      section('One', `<p>A lamp<a l:href="#n1" type="note">[1]</a> burned. ${PROSE}</p>`),
      '<book-title>L</book-title>',
      '<body name="notes"><title><p>Notes</p></title><section id="n1"><title><p>1</p></title><p>An oil lamp.</p></section></body>',
    ),
    'a.fb2',
  );
  assert.match(sections[0]!.blocks[1]!.text, /^A lamp burned\./);
  assert.deepEqual([sections[1]?.kind, sections[1]?.title], ['notes', 'Notes']);
  assert.match(sections[1]!.blocks.at(-1)!.text, /An oil lamp/);
});

test('the encoding is the declared one, or the one of the bytes where that cannot be', async () => {
  const text = `Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему. ${PROSE}`;
  const encode = (source: string) =>
    Uint8Array.from(source, (c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0)));
  for (const declared of ['windows-1251', 'UTF-8']) {
    const russian = book(section('Часть', `<p>${text}</p>`.repeat(3))).replace('"UTF-8"', `"${declared}"`);
    const { title, sections } = await readFile('r.fb2', encode(russian));
    assert.deepEqual(
      [title, sections[0]?.title, sections[0]?.blocks[1]?.text],
      ['Лампа', 'Часть', text],
      declared,
    );
  }
});

test('ill-formed XML is read as far as it goes', () => {
  const { sections, title } = readFb2(
    `<FictionBook><description><title-info><book-title>Salt & Oil</book-title></description><body><section><title><p>One</title><p>Salt & oil &nbsp; <b>here</p><p>${PROSE}`,
    'a.fb2',
  );
  assert.equal(title, 'Salt & Oil');
  assert.match(sections[0]!.blocks.map(({ text }) => text).join('\n'), /Salt & oil here/);
});

test('an archive with an FB2 file is read; one without, and XML of another kind, are refused', async () => {
  const archived = zip([{ name: 'folder/book.fb2', data: book(section('One')) }]);
  assert.equal((await readFile('b.fb2.zip', archived)).title, 'Лампа');
  await assert.rejects(readFile('c.fb2.zip', zip([{ name: 'a.txt', data: 'text' }])), { code: 'no_fb2' });
  await assert.rejects(readFile('d.fb2', '<FictionBook><description/></FictionBook>'), { code: 'not_fb2' });
  assert.throws(() => readFb2(`<!DOCTYPE x [<!ENTITY a "&b;">]>${book('')}`, 'e.fb2'), { code: 'entities' });
});
