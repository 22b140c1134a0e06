/** Printed pages as places, from page breaks in the text and from the lists of pages of nav, NCX and page map. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type FixtureBook, writeEpub, xhtml } from './epub.test-support.ts';
import { parseEpub } from './parse.ts';

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pages-'));
});
after(() => rm(dir, { recursive: true }));

let count = 0;
/** Every printed page with the text that begins there. */
async function pagesOf(book: FixtureBook): Promise<string[]> {
  const { sections } = await parseEpub(await writeEpub(join(dir, `book-${count++}.epub`), book));
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ text, pages = [] }) => pages.map(({ label, at }) => `${label}: ${text.slice(at)}`)),
  );
}

const TOC = '<nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li></ol></nav>';
const files = {
  'one.xhtml': xhtml('<p id="a">Plums fall <span id="b"/>slowly.</p><p><a name="c"/>Pears.</p>'),
};
const EXPECTED = ['3: Plums fall slowly.', '4: slowly.', 'v: Pears.'];

test("the list of pages of EPUB 3's nav", async () => {
  const list = (attribute: string) =>
    `${TOC}<nav ${attribute} hidden="hidden"><ol><li><a href="one.xhtml">Page 3</a></li><li><a href="one.xhtml#b">4</a></li><li><a href="one.xhtml#c">v</a></li><li><a href="gone.xhtml#c">9</a></li></ol></nav>`;
  assert.deepEqual(await pagesOf({ files, nav: list('epub:type="page-list"') }), EXPECTED);
  assert.deepEqual(await pagesOf({ files, nav: list('role="doc-pagelist"') }), EXPECTED);
});

test("the list of pages of EPUB 2's NCX, and of a page map", async () => {
  const target = (value: string, id: string, label = value) =>
    `<pageTarget type="normal" value="${value}"><navLabel><text>${label}</text></navLabel><content src="one.xhtml${id}"/></pageTarget>`;
  const ncx = `<ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content src="one.xhtml"/></navPoint></navMap><pageList>${target('3', '')}${target('4', '#b', '')}${target('5', '#c', 'v')}</pageList></ncx>`;
  assert.deepEqual(await pagesOf({ files, ncx }), EXPECTED);
  const map =
    '<page-map xmlns="http://www.idpf.org/2007/opf"><page name="3" href="one.xhtml"/><page name="4" href="one.xhtml#b"/><page name="v" href="one.xhtml#c"/></page-map>';
  const items = '<item id="map" href="pages.xml" media-type="application/oebps-page-map+xml"/>';
  assert.deepEqual(
    await pagesOf({ files, items, entries: [{ name: 'OEBPS/pages.xml', data: map }] }),
    EXPECTED,
  );
});

test('page breaks that no reader shows are places, and those that a list names count once', async () => {
  const breaks = {
    'one.xhtml': xhtml(
      `<p>Plums <span epub:type="pagebreak" style="display:none">12</span>fall.</p>
       <div role="doc-pagebreak" aria-label=" page 13. " hidden="hidden" id="p13"></div><p>Pears.</p>
       <p><span epub:type="pagebreak" id="p14"><a id="q14"/></span>Figs.</p>`,
    ),
  };
  const nav = `${TOC}<nav epub:type="page-list"><ol><li><a href="one.xhtml#p13">13</a></li><li><a href="one.xhtml#p14">14</a></li><li><a href="one.xhtml#q14">14</a></li></ol></nav>`;
  assert.deepEqual(await pagesOf({ files: breaks, nav }), ['12: fall.', '13: Pears.', '14: Figs.']);
});
