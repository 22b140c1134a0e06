import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParsedBook } from '../../book.ts';
import { zip } from '../epub/epub.test-support.ts';
import { PROSE, readFile } from '../text/text-files.test-support.ts';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (text: string, style = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text}</w:p>`;
const STYLES = `<w:styles><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:name w:val="My own"/><w:basedOn w:val="H1"/></w:style><w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>`;
const CORE = `<cp:coreProperties><dc:title>The Lamp</dc:title><dc:creator>Marlow, Ada; Ben Okuda</dc:creator><dc:language>en-GB</dc:language><cp:keywords>light, oil</cp:keywords><dcterms:created>2024-01-01</dcterms:created></cp:coreProperties>`;

const docx = (body: string, more: Record<string, string> = {}) =>
  readFile(
    'a.docx',
    archive({
      'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
      'word/styles.xml': STYLES,
      'docProps/core.xml': CORE,
      ...more,
    }),
  );
const odt = (body: string) =>
  readFile(
    'a.odt',
    archive({
      'content.xml': `<o:document-content><o:body><o:text>${body}</o:text></o:body></o:document-content>`,
    }),
  );
const archive = (files: Record<string, string>) =>
  zip(Object.entries(files).map(([name, data]) => ({ name, data })));
const blocksOf = ({ sections }: ParsedBook) =>
  sections.flatMap(({ blocks }) => blocks.map(({ type, text }) => `${type} ${text.slice(0, 40)}`));

test('DOCX: styles that are headings divide the text; properties give title, authors, language, subjects', async () => {
  const book = await docx(
    `${paragraph(run('Oil'), 'Mine')}${paragraph(run(PROSE), 'Loop')}${paragraph(run('Wick'), 'H1')}${paragraph(run(PROSE))}`,
  );
  const { title, authors, language, year, subjects, sections } = book;
  assert.deepEqual([title, authors, language, year], ['The Lamp', ['Ada Marlow', 'Ben Okuda'], 'en-GB', 0]);
  assert.deepEqual(subjects, ['light', 'oil']);
  assert.deepEqual(
    sections.map((section) => section.title),
    ['Oil', 'Wick'],
  );
});

test('DOCX: lists, tables, breaks and text boxes are read; deleted, hidden and doubled text is not', async () => {
  const item = `<w:p><w:pPr><w:numPr/></w:pPr>${run('One')}</w:p>`;
  const table = `<w:tbl><w:tr><w:tc>${paragraph(run('Left'))}</w:tc><w:tc>${paragraph(run('Right'))}</w:tc></w:tr></w:tbl>`;
  const changed = paragraph(
    `${run('Kept')}<w:del><w:r><w:t>gone</w:t></w:r></w:del><w:moveFrom>${run('moved')}</w:moveFrom>${run('hidden', '<w:vanish/>')}<w:r><w:br/><w:t>next</w:t><w:tab/><w:t>to it</w:t></w:r><w:instrText>PAGE</w:instrText>`,
  );
  const box = paragraph(
    `<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('Boxed'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('Boxed'))}</w:txbxContent></mc:Fallback></mc:AlternateContent>`,
  );
  const book = await docx(item + table + changed + box + paragraph(run(PROSE)));
  assert.deepEqual(blocksOf(book), [
    'item One',
    'paragraph Left, Right',
    'verse Kept\nnext to it',
    'paragraph Boxed',
    `paragraph ${PROSE.slice(0, 40)}`,
  ]);
});

test('DOCX: notes are a section that is not searched', async () => {
  const notes = `<w:footnotes><w:footnote w:type="separator" w:id="0">${paragraph(run('line'))}</w:footnote><w:footnote w:id="1">${paragraph(run('An oil lamp.'))}</w:footnote></w:footnotes>`;
  const { sections } = await docx(
    paragraph(`${run('A lamp')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(` burned. ${PROSE}`)}`),
    { 'word/footnotes.xml': notes },
  );
  assert.match(sections[0]!.blocks[0]!.text, /^A lamp burned\./);
  assert.deepEqual(
    [sections[1]?.kind, sections[1]?.blocks.map(({ text }) => text)],
    ['notes', ['An oil lamp.']],
  );
});

test('ODT: headings, lists, tables, spaces and breaks are read; notes stand apart; comments and deletions are left out', async () => {
  const book = await odt(
    `<x:tracked-changes><x:p>gone</x:p></x:tracked-changes><x:h x:outline-level="1">Oil</x:h><x:p>A<x:s x:c="3"/>lamp<x:note><x:note-citation>1</x:note-citation><x:note-body><x:p>An oil lamp.</x:p></x:note-body></x:note> burned<x:line-break/>on.<o:annotation><x:p>Really?</x:p></o:annotation></x:p><x:list><x:list-item><x:p>One</x:p></x:list-item></x:list><x:p>${PROSE}</x:p>`,
  );
  assert.deepEqual(blocksOf(book), [
    'heading Oil',
    'verse A lamp burned\non.',
    'item One',
    `paragraph ${PROSE.slice(0, 40)}`,
    'note An oil lamp.',
  ]);
  assert.equal(book.sections.at(-1)?.kind, 'notes');
  assert.equal(book.title, 'Oil');
});

test('a document that is cut off is read as far as it goes', async () => {
  const whole = `<w:document><w:body>${paragraph(run(PROSE))}`;
  const cut = { 'word/document.xml': whole.slice(0, -30) };
  assert.match((await docx('', cut)).sections[0]!.blocks[0]!.text, /^The old lamp/);
});

test('other files, older documents, bombs, notes and entities are refused', async () => {
  await assert.rejects(readFile('old.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex')), {
    code: 'not_office',
    message: /Calibre/,
  });
  await assert.rejects(readFile('b.odt', archive({ 'other.xml': '<a/>' })), { code: 'not_office' });
  await assert.rejects(odt('<x:p>Short.</x:p>'), { code: 'too_short' });
  await assert.rejects(odt(' '.repeat(8_000_000)), { code: 'zip_bomb' });
  const entities = `<!DOCTYPE x [<!ENTITY a "&b;">]><o:text/>`;
  await assert.rejects(readFile('e.odt', archive({ 'content.xml': entities })), { code: 'entities' });
});
