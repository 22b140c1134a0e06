/** Words that elements with another purpose stand around are kept, and what no reader shows is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from './content.ts';
import { xhtml } from './epub.test-support.ts';

const read = (body: string, bodyAttributes = '') =>
  readContent(xhtml(body, bodyAttributes), 'test.xhtml').blocks;
const texts = (body: string) => read(body).map(({ text }) => text);

test('a page break keeps the words it stands around, and its number is a place', () => {
  const body = `<p>One two <span epub:type="pagebreak" id="p12" title="12"/>three <span role="doc-pagebreak">xiv</span>four.</p>
    <div epub:type="pagebreak" title="15"><p>A whole paragraph.</p></div>
    <p><span epub:type="pagebreak">Mild</span> weather.</p>
    <div class="pagenum">16</div><p>After.</p><span epub:type="pagebreak" title="17"/>`;
  const blocks = read(body);
  assert.deepEqual(
    blocks.map(({ text, pages = [] }) => [text, pages.map(({ label, at }) => `${label}@${at}`)]),
    [
      ['One two three four.', ['12@8', 'xiv@14']],
      ['A whole paragraph.', ['15@0']],
      ['Mild weather.', ['@0']],
      ['After.', ['16@0', '17@6']],
    ],
  );
});

test('a reference to a note is its mark alone; words in it are text', () => {
  assert.deepEqual(
    texts(
      `<p>They drank <a epub:type="noteref" href="#n1">cider</a>,<a epub:type="noteref" href="#n2">2</a> and rested.<a role="doc-noteref" href="#n3">[3]</a></p>
       <p>See <a role="doc-noteref" href="#n4">the remark on tides</a>.</p>
       <p>Under <a href="#a">(a)</a> or <a href="#ii">(ii)</a> and <a href="#one">(1)</a>.</p>
       <p>Old books mark them so<a href="#Footnote_1">(1)</a>, or so<a href="#x">[4]</a>.</p>`,
    ),
    [
      'They drank cider, and rested.',
      'See the remark on tides.',
      'Under (a) or (ii) and (1).',
      'Old books mark them so, or so.',
    ],
  );
});

test('text in drawings is read, what describes a drawing is not', () => {
  const drawing = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;
  assert.deepEqual(
    texts(
      drawing(
        '<title>A plate</title><desc>Drawn.</desc><text x="1" y="2">The crane rose</text><text x="1" y="9">before <tspan>the</tspan> rain</text>',
      ),
    ),
    ['The crane rose\nbefore the rain'],
  );
  assert.deepEqual(
    texts(drawing('<text><tspan x="1" y="1">One line</tspan><tspan x="1" y="2">and another</tspan></text>')),
    ['One line\nand another'],
  );
});

test('a drawing or object within a sentence does not divide it', () => {
  assert.deepEqual(
    texts('<p>The <svg><path d="M0 0"/></svg> lamp <object data="x.png"></object>burns.</p>'),
    ['The lamp burns.'],
  );
});

test('what is in an object is shown where the object cannot be', () => {
  assert.deepEqual(texts('<object data="q.xyz"><p>The moons of Saturn.</p></object><p>More.</p>'), [
    'The moons of Saturn.',
    'More.',
  ]);
});

test('a large first letter joins its word, as a picture or in a block of its own', () => {
  assert.deepEqual(
    texts(
      '<p><img class="cap" src="t.png" alt="T"/>he ferry left.</p><p><img src="i.png" alt="i"/> An icon.</p>',
    ),
    ['The ferry left.', 'An icon.'],
  );
  assert.deepEqual(
    texts(
      '<div><img src="w.png" alt="“W"/></div><p>hen it rains.</p><div class="drop">A</div><p>fter that.</p>',
    ),
    ['“When it rains.', 'After that.'],
  );
  assert.deepEqual(texts('<div>W</div><p>inter came.</p>'), ['Winter came.']);
  assert.deepEqual(texts('<p>B</p><p>boat: a vessel</p><p>A</p><p>ship came.</p>'), [
    'B',
    'boat: a vessel',
    'A',
    'ship came.',
  ]);
});

test('joined letters of printers are read as letters', () => {
  assert.deepEqual(texts('<p>The ﬁsh oﬃce, ﬂooded ﬆill.</p>'), ['The fish office, flooded still.']);
});

test('what a style hides is not text; a class that begins a line keeps words apart', () => {
  const styled = (css: string, body: string) =>
    readContent(
      `<html><head><style>${css}</style></head><body>${body}</body></html>`,
      'test.xhtml',
    ).blocks.map(({ text }) => text);
  assert.deepEqual(texts('<p>Boats.</p><div style="color:red; display: none">Stolen copy.</div>'), [
    'Boats.',
  ]);
  assert.deepEqual(styled('/* x */ p.gone, .off{ display:none }', '<p class="gone">A.</p><p>B.</p>'), ['B.']);
  assert.deepEqual(
    styled('@media print{.gone{display:none}} .a .gone{display:none}', '<p class="gone">A.</p>'),
    ['A.'],
  );
  const lines = '<div><span class="v">Salt on the rope</span><span class="v">Rust on the chain</span></div>';
  assert.deepEqual(styled('.v{display:block}', lines), ['Salt on the rope\nRust on the chain']);
  const dropCap = '<p><span class="d">T</span>he ferry left.</p>';
  assert.deepEqual(styled('.d{display:block;float:left}', dropCap), ['The ferry left.']);
  assert.deepEqual(texts('<linegroup><line>Salt</line><line>Rust</line></linegroup>'), ['Salt\nRust']);
});

test('a style sheet of any shape is read in time that grows with its size', () => {
  const before = process.cpuUsage();
  for (const css of [
    '/*'.repeat(300_000),
    '.a{'.repeat(200_000),
    '@media{'.repeat(100_000),
    'a,'.repeat(300_000),
  ]) {
    readContent(`<html><head><style>${css}</style></head><body><p>x</p></body></html>`, 'test.xhtml');
  }
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 4_000_000, `${(user + system) / 1e6} s`);
});
