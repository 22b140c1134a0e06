/** The two paths that DESIGN.md draws stay short, and what they name is in the code. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const design = readFileSync(join(root, 'DESIGN.md'), 'utf8');
const sources = globSync('{proto/gen,services/*/src}/**/*.ts', { cwd: root })
  .filter((path) => !/\.test(?:-support)?\.ts$/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

/** The names between the arrows of one line. */
const stepsOf = (line: string) =>
  line
    .split('→')
    .map((step) => step.replaceAll(/[─┬└]/g, '').trim())
    .filter((step) => step !== '');

/** The ways through the drawing after a heading: one, or two that part at "┬". Lines of notes have no arrow. */
function waysAfter(heading: string): string[][] {
  const drawing = design.split(`**${heading}**`)[1]?.split('```')[1] ?? '';
  const [first = '', ...below] = drawing.split('\n').filter((line) => line.includes('→'));
  const [trunk = '', branch = ''] = first.split('┬');
  return [branch, ...below].map((rest) => stepsOf(`${trunk}→${rest}`));
}

for (const [heading, most] of [
  ["A query's path", 12],
  ["A paragraph's path", 8],
] as const) {
  test(`${heading} has at most ${most} steps, and each that has a name in the code is declared there`, () => {
    const ways = waysAfter(heading);
    for (const steps of ways)
      assert.ok(steps.length > 5 && steps.length <= most, `${steps.length}: ${steps.join(', ')}`);
    const names = ways.flat().filter((step) => /^[a-zA-Z]+[a-z][A-Z]\w*$|^(?:Block|Chunk)$/.test(step));
    assert.ok(names.length > 5);
    const missing = names.filter(
      (name) => !new RegExp(`export (?:async )?(?:function|interface|const|type) ${name}\\b`).test(sources),
    );
    assert.deepEqual(missing, []);
  });
}
