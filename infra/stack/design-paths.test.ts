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

/** The steps of the drawing after a heading: names between arrows, one line of notes below left out. */
function stepsAfter(heading: string): string[] {
  const drawing = design.split(`**${heading}**`)[1]?.split('```')[1] ?? '';
  return drawing
    .split('\n')
    .filter((line) => line.includes('→'))
    .flatMap((line) => line.split('→'))
    .map((step) => step.replaceAll(/[─┬└]/g, '').trim())
    .filter((step) => step !== '');
}

for (const [heading, most] of [
  ["A query's path", 12],
  ["A paragraph's path", 8],
] as const) {
  test(`${heading} has at most ${most} steps, and each that has a name in the code is declared there`, () => {
    const steps = stepsAfter(heading);
    assert.ok(steps.length > 5 && steps.length <= most, `${steps.length}: ${steps.join(', ')}`);
    const names = steps.filter((step) => /^[a-zA-Z]+[a-z][A-Z]\w*$|^(?:Block|Chunk)$/.test(step));
    assert.ok(names.length > 5);
    const missing = names.filter(
      (name) => !new RegExp(`export (?:async )?(?:function|interface|const|type) ${name}\\b`).test(sources),
    );
    assert.deepEqual(missing, []);
  });
}
