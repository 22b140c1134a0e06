/** The documents stay short enough to be read: results live beside their JSON, history lives in git. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
/** Words of all Markdown but the starter shelf's books, counted as `wc -w` does. */
const MOST_WORDS = 22_000;
const LEFT_OUT = /(?:^|\/)(?:node_modules|\.next|\.git|data|artifacts|starter-shelf\/books)(?:\/|$)/;

/** Words between white space. */
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

test(`all Markdown together has at most ${MOST_WORDS} words`, () => {
  const files = globSync('{,.github/}**/*.md', {
    cwd: root,
    exclude: (path) => LEFT_OUT.test(String(path)),
  }).filter((file) => !LEFT_OUT.test(file));
  assert.ok(files.includes('README.md') && files.includes('services/retrieval/README.md'));
  const sizes = files.map((file) => ({ file, count: words(readFileSync(join(root, file), 'utf8')) }));
  const total = sizes.reduce((sum, { count }) => sum + count, 0);
  const longest = sizes
    .sort((a, b) => b.count - a.count)
    .slice(0, 10)
    .map(({ file, count }) => `${count} ${file}`);
  assert.ok(total <= MOST_WORDS, `${total} words; the longest files:\n${longest.join('\n')}`);
});
