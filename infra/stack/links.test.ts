/** Links of all Markdown files of the repository lead to files and headings that exist. The web is not asked. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { anchorsOf, linksOf } from './markdown-links.ts';

const root = join(import.meta.dirname, '../..');
const NOT_OURS = /(?:^|\/)(?:node_modules|\.next|\.git|data|artifacts)(?:\/|$)/;

const files = globSync('**/*.md', { cwd: root, exclude: (path) => NOT_OURS.test(String(path)) }).filter(
  (path) => !NOT_OURS.test(path),
);

test('there are documents to check', () => {
  for (const known of ['README.md', 'DESIGN.md', 'docs/errors.md', 'infra/adr/README.md'])
    assert.ok(files.includes(known), known);
});

for (const file of files) {
  test(`${file} has no dead link`, () => {
    const dead = linksOf(readFileSync(join(root, file), 'utf8')).filter(
      (link) => !leadsSomewhere(file, link),
    );
    assert.deepEqual(dead, []);
  });
}

function leadsSomewhere(file: string, link: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return true;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? join(root, file) : resolve(root, dirname(file), decodeURIComponent(path));
  // Readers do not have what is outside the repository.
  if (relative(root, target).startsWith('..') || !existsSync(target)) return false;
  if (anchor === undefined || statSync(target).isDirectory() || !target.endsWith('.md')) return true;
  return anchorsOf(readFileSync(target, 'utf8')).has(decodeURIComponent(anchor));
}
