import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorsOf, linksOf } from './markdown-links.ts';

test('links of Markdown and HTML are found, code is not read', () => {
  const text =
    '[a](x.md "title") ![b](y.png)\n[c]: z.md\n<img src="w.webp">\n`[d](no.md)`\n```\n[e](no.md)\n```\n';
  assert.deepEqual(linksOf(text), ['x.md', 'y.png', 'z.md', 'w.webp']);
});

test('headings have the anchors that GitHub gives them', () => {
  const text = '# An author\'s note\n## How, and why\n## How, and why\n<a id="own"></a>\n';
  assert.deepEqual([...anchorsOf(text)], ['an-authors-note', 'how-and-why', 'how-and-why-1', 'own']);
});
