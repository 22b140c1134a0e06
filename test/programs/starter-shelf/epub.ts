/** Makes an EPUB 3.3 container of a book: https://www.w3.org/TR/epub-33/ */

import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { BookSource, Chapter } from './book-source.ts';
import { escapeXml, renderBlock } from './markdown.ts';

/** dcterms:modified of every book. Fixed, so that the same text gives the same bytes. */
const MODIFIED = '2026-01-01T00:00:00Z';
const REGULAR_FILE = 0o100644;

const STYLE = `body { margin: 5% 7%; line-height: 1.5; }
h1 { font-weight: normal; font-size: 1.6em; line-height: 1.25; margin: 2em 0 1.5em; text-align: left; }
h2 { font-weight: normal; font-style: italic; font-size: 1.15em; margin: 1.8em 0 0.6em; text-align: left; }
p { margin: 0; text-indent: 1.3em; hyphens: auto; }
h1 + p, h2 + p, hr + p, blockquote + p, ul + p, ol + p, .verse + p { text-indent: 0; }
blockquote { margin: 1em 1.3em; }
blockquote p, .verse, .title-page p, .colophon p { text-indent: 0; }
blockquote p + p { margin-top: 0.5em; }
.verse { margin: 1em 1.3em; hyphens: none; }
ul, ol { margin: 1em 0; padding-left: 1.6em; }
li { margin: 0.3em 0; }
hr { border: 0; margin: 1.6em auto; width: 20%; border-top: 1px solid; opacity: 0.4; }
.title-page { margin-top: 20%; text-align: center; }
.title-page h1 { font-size: 2em; margin: 0 0 0.6em; text-align: center; }
.author { font-style: italic; }
.credit { margin-top: 6em; font-size: 0.85em; }
.colophon p { margin-bottom: 0.8em; font-size: 0.9em; }
`;

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

/**
 * The EPUB file of a book. The same book and cover give the same bytes on every machine: files are stored, not
 * deflated (zlib's output differs between its versions), and carry one fixed date.
 *
 * @param cover PNG.
 */
export async function makeEpub(book: BookSource, cover: Uint8Array): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  // A date without zone: ZIP writes local time, which then reads the same in every time zone.
  const mtime = new Date(2026, 0, 1);
  const add = (path: string, content: string | Uint8Array) =>
    zip.addBuffer(Buffer.from(content), path, {
      mtime,
      mode: REGULAR_FILE,
      compress: false,
      // Keeps extra fields out of the headers; the mimetype entry must have none.
      forceDosTimestamp: true,
    });
  add('mimetype', 'application/epub+zip');
  add('META-INF/container.xml', CONTAINER);
  add('OEBPS/content.opf', packageDocument(book));
  add('OEBPS/nav.xhtml', navigation(book));
  add('OEBPS/style.css', STYLE);
  add('OEBPS/cover.png', cover);
  add('OEBPS/title.xhtml', titlePage(book));
  for (const [i, chapter] of book.chapters.entries()) {
    add(`OEBPS/${chapterFile(i)}`, chapterPage(book, chapter));
  }
  add('OEBPS/colophon.xhtml', colophon(book));
  zip.end();
  return buffer(zip.outputStream);
}

function chapterFile(index: number): string {
  return `chapter-${index + 1}.xhtml`;
}

/** A stable name-based UUID (RFC 9562, version 8) of the book. */
function identifier(book: BookSource): string {
  const bytes = createHash('sha256').update(`libtrails starter shelf: ${book.slug}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

function packageDocument(book: BookSource): string {
  const pages = [
    ['title', 'title.xhtml'],
    ...book.chapters.map((_, i) => [`chapter-${i + 1}`, chapterFile(i)]),
    ['colophon', 'colophon.xhtml'],
  ] as [string, string][];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${book.language}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">${identifier(book)}</dc:identifier>
    <dc:title>${escapeXml(book.title)}</dc:title>
    <dc:creator id="author">${escapeXml(book.author)}</dc:creator>
    <meta refines="#author" property="role" scheme="marc:relators">aut</meta>
    <dc:language>${book.language}</dc:language>
    <dc:date>${book.year}</dc:date>
    <dc:publisher>LibTrails</dc:publisher>
    <dc:description>${escapeXml(book.description)}</dc:description>
${book.subjects.map((subject) => `    <dc:subject>${escapeXml(subject)}</dc:subject>`).join('\n')}
    <dc:rights>${escapeXml(book.credit)}</dc:rights>
    <meta property="dcterms:modified">${MODIFIED}</meta>
    <meta name="cover" content="cover"/>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="style" href="style.css" media-type="text/css"/>
    <item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>
${pages.map(([id, href]) => `    <item id="${id}" href="${href}" media-type="application/xhtml+xml"/>`).join('\n')}
  </manifest>
  <spine>
${pages.map(([id]) => `    <itemref idref="${id}"/>`).join('\n')}
  </spine>
</package>
`;
}

function page(book: BookSource, title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${book.language}" xml:lang="${book.language}">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${body}
</body>
</html>
`;
}

function navigation(book: BookSource): string {
  const chapters = book.chapters.map(
    (chapter, i) => `<li><a href="${chapterFile(i)}">${escapeXml(chapter.title)}</a></li>`,
  );
  return page(
    book,
    'Contents',
    `<nav epub:type="toc" id="toc">
<h1>Contents</h1>
<ol>
<li><a href="title.xhtml">Title page</a></li>
${chapters.join('\n')}
<li><a href="colophon.xhtml">Colophon</a></li>
</ol>
</nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden">
<ol>
<li><a epub:type="titlepage" href="title.xhtml">Title page</a></li>
<li><a epub:type="bodymatter" href="${chapterFile(0)}">Start of the book</a></li>
<li><a epub:type="colophon" href="colophon.xhtml">Colophon</a></li>
</ol>
</nav>`,
  );
}

function titlePage(book: BookSource): string {
  return page(
    book,
    book.title,
    `<section epub:type="titlepage" class="title-page">
<h1>${escapeXml(book.title)}</h1>
<p class="author">${escapeXml(book.author)}</p>
<p class="credit">LibTrails starter shelf, ${book.year}</p>
</section>`,
  );
}

function chapterPage(book: BookSource, chapter: Chapter): string {
  return page(
    book,
    chapter.title,
    `<section epub:type="bodymatter chapter" role="doc-chapter">
<h1>${escapeXml(chapter.title)}</h1>
${chapter.blocks.map(renderBlock).join('\n')}
</section>`,
  );
}

function colophon(book: BookSource): string {
  return page(
    book,
    'Colophon',
    `<section epub:type="colophon" role="doc-colophon" class="colophon">
<h1>Colophon</h1>
<p>${escapeXml(book.credit)}</p>
<p>The author’s name is a pen name. You may copy, change and share this book, also for money, without asking: <a href="https://creativecommons.org/publicdomain/zero/1.0/">creativecommons.org/publicdomain/zero/1.0</a>.</p>
<p>The cover was drawn by a program; its lettering is Literata, under the SIL Open Font Licence.</p>
</section>`,
  );
}
