/** What the workflows call is there: scripts, suites of tests, files, stages of the Dockerfile. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const workflows = globSync('.github/workflows/*.yml', { cwd: root });
const text = workflows.map(read).join('\n');

/** First groups of all matches. */
const all = (pattern: RegExp, source = text) => [...source.matchAll(pattern)].map((match) => match[1]!);

test('there are workflows', () => assert.equal(workflows.length, 2));

test('every npm script exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const called = all(/npm run (?:--silent )?([\w:]+)/g);
  assert.ok(called.includes('release') && called.includes('check'));
  for (const name of called) assert.ok(scripts[name] !== undefined, name);
});

test('every suite exists', () => {
  const suites = all(/name: '(\w+)'/g, read('infra/stack/run-tests.ts'));
  const called = [...all(/npm test -- ([a-z]+)$/gm), ...all(/suites: "([a-z0-9 ]+)"/g)].flatMap((s) =>
    s.split(' '),
  );
  assert.ok(called.includes('container') && called.includes('unit'));
  for (const name of called) assert.ok(suites.includes(name), name);
});

test('every file exists, also those that a cache key is made from', () => {
  const files = [...all(/hashFiles\('([^']+)'\)/g), ...all(/run: bash (\S+)/g), ...all(/file: (\S+)/g)];
  assert.equal(files.length, 3);
  for (const file of files)
    assert.ok(existsSync(join(root, file)) || globSync(file, { cwd: root }).length > 0, file);
});

test('every image that is published is a stage of the Dockerfile', () => {
  const stages = all(/^FROM .* AS (\w+)$/gm, read('infra/docker/Dockerfile'));
  const [targets = ''] = all(/target: \[([^\]]+)\]/g);
  for (const target of targets.split(', ')) assert.ok(stages.includes(target), target);
});
