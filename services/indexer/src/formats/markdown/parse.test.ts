import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROSE, readFile } from '../text/text-files.test-support.ts';
import { readFrontMatter } from './front-matter.ts';

test('front matter names the book; headings are its sections; markup is read, not shown', async () => {
  const book = await readFile(
    'a.md',
    `---\ntitle: The Lamp\nsubtitle: A Story\nauthor:\n  - name: Ada Marlow\n  - Ben Okuda\ndate: 1871-05-01\nlang: en-GB\ntags: [light, oil]\nseries: Lights\nseries_index: 2\n---\n\n# Oil\n\n${PROSE} With *stress* and a [link](http://example.org).\n\n- one\n- two\n\n# Wick\n\n> ${PROSE}\n`,
  );
  const { title, authors, year, language, subjects, series, seriesIndex } = book;
  assert.deepEqual(
    { title, authors, year, language, subjects, series, seriesIndex },
    {
      title: 'The Lamp: A Story',
      authors: ['Ada Marlow', 'Ben Okuda'],
      year: 1871,
      language: 'en-GB',
      subjects: ['light', 'oil'],
      series: 'Lights',
      seriesIndex: 2,
    },
  );
  assert.deepEqual(
    book.sections.map((section) => section.title),
    ['Oil', 'Wick'],
  );
  const [oil, wick] = book.sections;
  assert.match(oil!.blocks[1]!.text, /With stress and a link\.$/);
  assert.deepEqual(
    oil!.blocks.slice(2).map(({ type, text }) => `${type} ${text}`),
    ['item one', 'item two'],
  );
  assert.equal(wick!.blocks[1]!.type, 'quote');
});

test('without front matter the first heading is the title, else the file name', async () => {
  const { title } = await readFile('x.md', `# The Lamp\n\n${PROSE}`);
  assert.equal(title, 'The Lamp');
  const named = await readFile('The Lamp - Ada Marlow.md', PROSE);
  assert.deepEqual([named.title, named.authors], ['The Lamp', ['Ada Marlow']]);
});

test('what looks like front matter and is none stays text; references in it are not resolved', () => {
  const rule = `---\n\nA line above, *a line below\n\n---\n\ntext`;
  assert.equal(readFrontMatter(rule).body, rule);
  const bomb = '---\na: &a [x,x]\nb: [*a,*a]\ntitle: T\n---\ntext';
  assert.deepEqual(readFrontMatter(bomb), { stated: {}, body: bomb });
  const deep = `---\n${'? '.repeat(8_000)}\n---\ntext`;
  assert.deepEqual(readFrontMatter(deep), { stated: {}, body: deep });
  assert.deepEqual(readFrontMatter('---\ntitle: [[[[deep]]]]\n__proto__: x\n---\ntext').stated.title, '');
});
