import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readContent } from './content.ts';
import { xhtml } from './epub.test-support.ts';

const read = (body: string) =>
  readContent(xhtml(body), 'test.xhtml').blocks.map(({ type, text, level }) => ({ type, text, level }));
const texts = (body: string) => read(body).map((block) => block.text);

test('headings, paragraphs, quotes, items, captions and notes become blocks of their type', () => {
  assert.deepEqual(
    read(
      '<h2>One</h2><p>Two</p><blockquote><p>Three</p></blockquote><ul><li>Four</li></ul>' +
        '<figure><img src="x"/><figcaption>Five</figcaption></figure><aside epub:type="footnote"><p>Six</p></aside>',
    ),
    [
      { type: 'heading', text: 'One', level: 2 },
      { type: 'paragraph', text: 'Two', level: 0 },
      { type: 'quote', text: 'Three', level: 0 },
      { type: 'item', text: 'Four', level: 0 },
      { type: 'caption', text: 'Five', level: 0 },
      { type: 'note', text: 'Six', level: 0 },
    ],
  );
});

test('elements with a prefix of XHTML or SVG are what they are without; those of other vocabularies are not', () => {
  const prefixed =
    '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>t</h:title></h:head><h:body><h:h1>Head</h:h1><h:p>One<o:p> two</o:p></h:p><h:p>Three</h:p></h:body></h:html>';
  assert.deepEqual(
    readContent(prefixed, 'test.xhtml').blocks.map(({ type, text }) => [type, text]),
    [
      ['heading', 'Head'],
      ['paragraph', 'One two'],
      ['paragraph', 'Three'],
    ],
  );
  const drawing =
    '<p>A</p><s:svg xmlns:s="http://www.w3.org/2000/svg"><s:title>no</s:title><s:text>B</s:text></s:svg>';
  assert.deepEqual(texts(drawing), ['A', 'B']);
});

test('white space collapses, inline marks vanish, letters across them stay one word', () => {
  assert.deepEqual(texts('<p>  <span class="drop">C</span>all\n\t<i>me</i>&nbsp;Ish\u00admael\u2060.</p>'), [
    'Call me Ishmael.',
  ]);
});

test('text is NFC', () => {
  assert.deepEqual(texts('<p>e\u0301</p>'), ['\u00e9']);
});

test('short lines are verse and keep their breaks, long ones are prose', () => {
  assert.deepEqual(read('<p>Tyger Tyger, burning bright,<br/>In the forests of the night;</p>'), [
    { type: 'verse', text: 'Tyger Tyger, burning bright,\nIn the forests of the night;', level: 0 },
  ]);
  const long = 'word '.repeat(30).trim();
  assert.deepEqual(read(`<p>${long}<br/>${long}</p>`), [
    { type: 'paragraph', text: `${long} ${long}`, level: 0 },
  ]);
});

test('an empty line between breaks separates paragraphs', () => {
  assert.deepEqual(texts('<p>First.<br/><br/>Second.</p>'), ['First.', 'Second.']);
});

test('preformatted prose loses its line ends, preformatted verse keeps them', () => {
  const line = 'These are lines of prose that somebody wrapped at about seventy characters';
  assert.deepEqual(texts(`<pre>${line}\n${line}</pre>`), [`${line} ${line}`]);
  assert.deepEqual(texts('<pre>  one\n    two\n\n  three</pre>'), ['one\ntwo', 'three']);
});

test('a group of headings is one heading', () => {
  assert.deepEqual(read('<hgroup><h2>Book <span>I</span></h2><p>The Contention</p></hgroup>'), [
    { type: 'heading', text: 'Book I: The Contention', level: 2 },
  ]);
});

test('a speech in a table begins with its speaker', () => {
  assert.deepEqual(
    texts(
      '<table><tr><td epub:type="z3998:persona">Bernardo</td><td>Who’s there?</td></tr>' +
        '<tr><td epub:type="z3998:persona">Francisco</td><td><p><span>For this relief</span><br/><span>I am sick</span></p></td></tr></table>',
    ),
    ['Bernardo: Who’s there?', 'Francisco:\nFor this relief\nI am sick'],
  );
});

test('a table is read row by row, and a layout table paragraph by paragraph', () => {
  assert.deepEqual(
    texts('<table><tr><th>Year</th><th>Price</th></tr><tr><td>1731</td><td>3</td></tr></table>'),
    ['Year, Price', '1731, 3'],
  );
  const paragraph = 'A long paragraph in a cell. '.repeat(20).trim();
  assert.deepEqual(
    texts(`<table><tr><td><h2>One</h2><p>${paragraph}</p><p>${paragraph}</p></td></tr></table>`),
    ['One', paragraph, paragraph],
  );
});

test('references to notes are left out, other links stay', () => {
  assert.deepEqual(
    texts(
      '<p>Tesman<a href="n.xhtml#n6" epub:type="noteref">6</a> was<sup><a href="#n7">7</a></sup> ' +
        'here<a href="#n8"><sup>8</sup></a> and<a class="fnanchor" href="#n9">[A]</a> there<a href="#n10">*</a>, ' +
        'see <a href="#c3">3</a> and <a href="#c4">chapter 4</a>, x<sup>2</sup>.</p>',
    ),
    ['Tesman was here and there, see 3 and chapter 4, x2.'],
  );
  assert.deepEqual(texts('<p>A note. <a href="#r1" role="doc-backlink">↩︎</a></p>'), ['A note.']);
});

test('numbers of printed pages are left out', () => {
  assert.deepEqual(
    texts(
      '<p>one<span class="pagenum">[Pg 3]</span> two <span epub:type="pagebreak">4</span>three</p><div class="pageno">5</div>',
    ),
    ['one two three'],
  );
});

test('scripts, styles, drawings and hidden parts are no text', () => {
  assert.deepEqual(
    texts(
      '<script>a</script><style>b</style><svg><title>c</title></svg><p hidden="hidden">d</p><script src="x"/><p>e</p>',
    ),
    ['e'],
  );
});

test('loose markup is read like a browser reads it', () => {
  assert.deepEqual(texts('<p>one<p>two<br>three<div>four'), ['one', 'two\nthree', 'four']);
  assert.deepEqual(texts('plain <b>text</b><p/>in the body'), ['plain text', 'in the body']);
});

test('named entities, and simple private ones, are read', () => {
  const source = `<!DOCTYPE html [<!ENTITY pub "Smith &#38; Sons">]>${xhtml('<p>&mdash; &pub; &eacute; &amp;</p>')}`;
  assert.equal(readContent(source, 't').blocks[0]?.text, '— Smith & Sons é &');
});

test('an id leads to the block it is in or before', () => {
  const { anchors } = readContent(
    xhtml('<p id="a">One</p><a id="b"/><p>Two <i id="c">x</i></p><section id="d"><h2>Three</h2></section>'),
    't',
  );
  assert.deepEqual(
    [...anchors],
    [
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', 2],
    ],
  );
});

const word = fc.string({
  minLength: 1,
  maxLength: 8,
  unit: fc.constantFrom(...'abcdefghij', 'é', 'ß', '漢'),
});
const inline = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.tuple(fc.constantFrom('i', 'b', 'span', 'em', 'q'), fc.array(tie('node'), { maxLength: 3 })),
  ),
})).node as fc.Arbitrary<InlineNode>;
type InlineNode = string | [string, InlineNode[]];
const block = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(
      fc.constantFrom('p', 'h1', 'h4', 'li', 'td', 'pre'),
      fc.array(inline, { minLength: 1, maxLength: 6 }),
    ),
    fc.tuple(
      fc.constantFrom('div', 'section', 'blockquote', 'ul', 'table', 'tr', 'aside', 'hgroup', 'figure'),
      fc.array(tie('node'), { maxLength: 4 }),
    ),
  ),
})).node as fc.Arbitrary<BlockNode>;
type BlockNode = [string, (BlockNode | InlineNode)[]];

function render(node: BlockNode | InlineNode, words: string[]): string {
  if (typeof node === 'string') {
    words.push(node.normalize('NFC'));
    return ` ${node} `;
  }
  const [name, children] = node;
  return `<${name}>${children.map((child) => render(child, words)).join(words.length % 3 === 0 ? '\n' : '<br/>')}</${name}>`;
}

test('no word of any document is lost, doubled or moved', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (nodes) => {
      const words: string[] = [];
      const body = nodes.map((node) => render(node, words)).join('');
      const found =
        texts(body)
          .join(' ')
          .match(/[\p{L}\p{N}]+/gu) ?? [];
      assert.deepEqual([...found], words);
    }),
    { numRuns: 500 },
  );
});

test('every block is trimmed, without doubled spaces, and breaks lines in verse only', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (nodes) => {
      for (const { text, type, level } of read(nodes.map((node) => render(node, [])).join(''))) {
        assert.match(text, type === 'verse' ? /^\S+(?:[ \n]\S+)*$/ : /^\S+(?: \S+)*$/);
        assert.equal(level > 0, type === 'heading');
      }
    }),
  );
});

test('controls, noncharacters and turned directions are not text', () => {
  assert.deepEqual(texts('<p>Call\u0000 me\u0001 \ufdd0Ish\u202emael\u2069.</p>'), ['Call me Ishmael.']);
  // A row's marks mean nothing outside of it.
  assert.deepEqual(
    texts('<table><tr><td>one</td><td>two<p></tr></table>three</p>')
      .join(' ')
      .match(/[\ufdd0\ufdd1]/),
    null,
  );
});

test('time grows with the size of a file, whatever is repeated, opened and never closed', () => {
  const shapes = {
    'less-than signs': `<p>${'<'.repeat(300_000)}`,
    'nested blocks': '<div>word '.repeat(80_000),
    'nested elements and ends of others': `${'<b>'.repeat(80_000)}${'</i>'.repeat(80_000)}`,
    'raised links': `<p>${'<sup>1</sup><a href="#x">y</a>'.repeat(80_000)}`,
    'page breaks': `<p>w${'<span epub:type="pagebreak" title="1"/>'.repeat(80_000)}`,
    'page breaks and empty blocks': '<p><span epub:type="pagebreak"/></p>'.repeat(80_000),
    styles: '<style>.a{display:none}</style>'.repeat(20_000),
    'a row of cells': `<table><tr>${'<td>w</td>'.repeat(80_000)}`,
  };
  for (const [name, body] of Object.entries(shapes)) {
    const before = process.cpuUsage();
    read(body);
    const { user, system } = process.cpuUsage(before);
    // Less than a second; a minute where time grows by the square of the size.
    assert.ok(user + system < 6_000_000, `${name}: ${(user + system) / 1e6} s`);
  }
});

test('however deep, each element keeps its place, and what is not closed ends with the file', () => {
  const depth = 3_000;
  const open = '<blockquote><b>'.repeat(depth);
  const close = '</b></blockquote>'.repeat(depth);
  assert.deepEqual(read(`${open}<p>In.</p>${close}<p>Out.</p>`), [
    { type: 'quote', text: 'In.', level: 0 },
    { type: 'paragraph', text: 'Out.', level: 0 },
  ]);
  assert.deepEqual(texts(`${open}<p>In.`), ['In.']);
});
