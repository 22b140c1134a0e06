/** Every reader, with inputs that repeat what costs parsers most: twice the input may take twice the time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, Section } from '@libtrails/indexer/book';
import { chunkSection } from '@libtrails/indexer/chunks/chunk-book';
import { sentenceRanges } from '@libtrails/indexer/chunks/sentences';
import { readContent } from '@libtrails/indexer/formats/epub/content';
import { epubEntries, xhtml, zip } from '@libtrails/indexer/formats/epub/epub.test-support';
import { readMetadata } from '@libtrails/indexer/formats/epub/metadata';
import { resolvePath } from '@libtrails/indexer/formats/epub/package';
import { parseEpub } from '@libtrails/indexer/formats/epub/parse';
import { parseXml } from '@libtrails/indexer/formats/epub/xml';
import { readFb2 } from '@libtrails/indexer/formats/fb2/parse';
import { readHead } from '@libtrails/indexer/formats/html/head';
import { readFrontMatter } from '@libtrails/indexer/formats/markdown/front-matter';
import { readMarkdown } from '@libtrails/indexer/formats/markdown/parse';
import { makeMobi } from '@libtrails/indexer/formats/mobi/mobi.test-support';
import { sourceOf } from '@libtrails/indexer/formats/mobi/palm-database';
import { readMobi } from '@libtrails/indexer/formats/mobi/parse';
import { readDocument, readHeadingStyles } from '@libtrails/indexer/formats/office/docx';
import { readOdt } from '@libtrails/indexer/formats/office/odt';
import { parsePdf } from '@libtrails/indexer/formats/pdf/parse';
import { makePdf, textOf } from '@libtrails/indexer/formats/pdf/pdf.test-support';
import { decodeText } from '@libtrails/indexer/formats/text/decode-text';
import { readTxt, readTxtMetadata } from '@libtrails/indexer/formats/txt/parse';
import { readPassages } from '@libtrails/indexer/topics/extract';
import { loadLexicon } from '@libtrails/indexer/topics/lexicon';
import { findGrowth, type Reader } from '../growth.ts';
import type { Random } from '../random.ts';
import type { OpenTarget } from '../target.ts';

const MARKUP = [
  '<',
  '</',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<b>',
  '</i>',
  '<span class="pagenum">1</span>',
  '<sup>1</sup>',
  '<a href="#x">',
  '</a>',
  '<a id="x"/>',
  '<table><tr><td>',
  '<td>w',
  '<tr>',
  '<hgroup>',
  '<h1>w</h1>',
  '<h2>',
  '<li>',
  '<ul>',
  '<br/>',
  '<pre>',
  '<svg>',
  '<math>',
  '<title>',
  '<script>',
  '<object>',
  '<section epub:type="chapter">',
  '<span epub:type="pagebreak" title="1"/>',
  '<a epub:type="noteref" href="#n">1</a>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '<!DOCTYPE x [',
  '<!ENTITY a "b">',
  '<!ENTITY % a "',
  '&amp;',
  '&',
  '&a;',
  '&#x',
  '="',
  ' a="b"',
];
const PACKAGE = [
  '<dc:title>T</dc:title>',
  '<dc:creator id="a">A; B &amp; C, D</dc:creator>',
  '<dc:subject>S -- T</dc:subject>',
  '<dc:description>&lt;p&gt;',
  '<dc:description>',
  '<dc:date>',
  '<meta refines="#a" property="role">aut</meta>',
  '<meta property="belongs-to-collection" id="c">S</meta>',
  '<meta name="cover" content="x"/>',
  '<item id="f0" href="one.xhtml" media-type="application/xhtml+xml"/>',
  '<itemref idref="f0"/>',
  '<li><a href="one.xhtml#x">w</a></li>',
  '<ol><li>',
  '<navPoint><navLabel><text>w</text></navLabel><content src="one.xhtml"/>',
  '<reference type="cover" href="x"/>',
];
const TEXT = [
  'a',
  'A',
  ' ',
  '\n',
  '.',
  '. ',
  'Mr. ',
  'whale ',
  'old ',
  'Ahab ',
  'a-',
  "a'",
  '"',
  '(',
  ')',
  '1',
  '\u0301',
  '\u00ad',
  '\u00a0',
  '海',
  'ก',
  '👨‍👩‍👧',
  '🇩🇪',
  '\ufdd0',
  '\u0000',
  '\ud800',
  '../',
  '%2e',
  '/',
  '#',
  '?',
  '\\',
];

const section = (texts: readonly string[], type: Block['type'] = 'paragraph'): Section => ({
  index: 0,
  title: 'S',
  kind: 'body',
  depth: 0,
  href: '',
  blocks: texts.filter((text) => text.trim() !== '').map((text) => ({ type, text, level: 0 })),
});
/** One token a word, and one a letter of words that are long. */
const tokens = async (texts: readonly string[]) =>
  texts.map((text) => {
    let sum = 0;
    for (const [word] of text.matchAll(/\S+/g)) sum += word.length > 100 ? 1 : Math.ceil(word.length / 4);
    return sum;
  });

export const open: OpenTarget = () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-growth-'));
  const lexicon = loadLexicon();
  const chunk = (given: Section) => chunkSection(given, 'en', tokens);
  const readBook = async (book: Parameters<typeof epubEntries>[0]) => {
    const path = join(folder, 'book.epub');
    writeFileSync(path, zip(epubEntries(book)));
    await parseEpub(path);
  };
  const readPdf = async (bytes: Uint8Array) => {
    const path = join(folder, 'book.pdf');
    writeFileSync(path, bytes);
    await parsePdf(path, 'book.pdf');
  };
  const readers: Readonly<Record<string, Reader>> = {
    chapter: (source) => readContent(xhtml(source), 'x'),
    'bare chapter': (source) => readContent(source, 'x'),
    xml: (source) => parseXml(`<package>${source}</package>`, 'x'),
    metadata: (source) => readMetadata(parseXml(`<metadata>${source}</metadata>`, 'x'), 'x'),
    description: (source) =>
      readMetadata(
        parseXml(`<metadata><dc:description><![CDATA[${source}]]></dc:description></metadata>`, 'x'),
        'x',
      ),
    encoding: (source) => decodeText(Buffer.from(source, 'latin1'), 'x'),
    path: (source) => resolvePath('a/b.xhtml', source),
    'book of one chapter': (source) => readBook({ files: { 'one.xhtml': xhtml(source) } }),
    'book with nav': (source) => readBook({ nav: `<nav epub:type="toc"><ol>${source}` }),
    'book with NCX': (source) => readBook({ ncx: `<ncx><navMap>${source}</navMap></ncx>` }),
    'book with metadata': (source) => readBook({ metadata: source }),
    'book with items': (source) => readBook({ items: source }),
    'book with guide': (source) => readBook({ guide: `<guide>${source}</guide>` }),
    'plain text': (source) => readTxt(source),
    'plain metadata': (source) => readTxtMetadata(source, source.slice(0, 255)),
    markdown: (source) => readMarkdown(source, 'x'),
    'front matter': (source) => readFrontMatter(`---\n${source}\n---\n`),
    'head of HTML': (source) => readHead(source),
    FB2: (source) => readFb2(`<FictionBook><description>${source}</description><body>${source}`, 'x'),
    MOBI: (source) => readMobi(sourceOf(makeMobi({ text: source })), 'x'),
    'packed MOBI': (source) =>
      readMobi(sourceOf(makeMobi({ text: Buffer.from(source, 'latin1'), compression: 2 })), 'x'),
    KF8: (source) =>
      readMobi(
        sourceOf(
          makeMobi({
            text: source,
            version: 8,
            skeletons: [{ at: 0, length: 0, fragments: 1 }],
            fragments: [{ insertAt: 0, length: source.length }],
          }),
        ),
        'x',
      ),
    DOCX: (source) => readDocument(`<w:p><w:r><w:t>${source}`, new Map()),
    'styles of DOCX': (source) => readHeadingStyles(`<w:styles>${source}`),
    ODT: (source) => readOdt(`<office:text>${source}`),
    PDF: (source) => readPdf(makePdf([{ content: textOf(source.split('\n')) }])),
    sentences: (source) => sentenceRanges(source, 'en'),
    'chunks of a paragraph': (source) => chunk(section([source])),
    'chunks of lines': (source) => chunk(section(source.split('\n'), 'verse')),
    'chunks of headings': (source) => chunk(section(source.split(' '), 'heading')),
    topics: async (source) => {
      const given = section([source]);
      const chunks = await chunk(given);
      readPassages(
        { ...EMPTY_BOOK, sections: [given] },
        chunks.map(({ text }) => text),
        lexicon,
      );
    },
  };
  const names = Object.keys(readers);
  return {
    async run(random) {
      const name = random.pick(names);
      const shape = someShape(random);
      const growth = await findGrowth(readers[name]!, shape.make);
      if (growth === undefined) return;
      const { units, ms } = growth;
      const times = units.map((size, i) => `${size} units ${ms[i]!.toFixed(0)} ms`).join(', ');
      throw new Error(`${name} of ${shape.name}: ${times}`);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const EMPTY_BOOK = {
  title: '',
  authors: [],
  language: 'en',
  year: 0,
  description: '',
  subjects: [],
  publisher: '',
  identifiers: [],
  series: '',
  seriesIndex: 0,
  cover: undefined,
  titleSort: '',
  authorSort: '',
  subtitle: '',
};

/** One or two things again and again, alternating or first all of the one and then all of the other. */
function someShape(random: Random): { name: string; make: (units: number) => string } {
  const piece = () => {
    const from = random.pick([MARKUP, MARKUP, PACKAGE, TEXT]);
    const next = random.oneIn(2) ? random.pick(random.pick([MARKUP, TEXT])) : '';
    return random.pick(from) + next;
  };
  const first = piece();
  const second = random.oneIn(2) ? piece() : '';
  const before = random.oneIn(3) ? piece() : '';
  return {
    name: JSON.stringify([before, first, second]),
    make: (units) => {
      const half = (part: string, share: number) => part.repeat(Math.ceil((units * share) / part.length));
      return before + (second === '' ? half(first, 1) : half(first, 0.5) + half(second, 0.5));
    },
  };
}
