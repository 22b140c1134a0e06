/** Files that only tests need are named for it, and nothing else imports them. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const SUPPORT = /\.test-support\.tsx?$/;
/** Folders that hold nothing but tests, fakes and programs that measure. */
const ONLY_TESTS = /^(?:test|frontend\/test|services\/\w+\/(?:bench|tools))\//;

const files = globSync('{proto,models,infra,services,frontend,test}/**/*.{ts,tsx,mjs}', {
  cwd: root,
  exclude: (path) => /(?:^|\/)(?:node_modules|\.next|gen)$/.test(String(path)),
});
const isTest = (path: string) =>
  ONLY_TESTS.test(path) || SUPPORT.test(path) || /\.test\.(?:ts|mjs)$/.test(path);

test('what tests share is in files that end in .test-support.ts', () => {
  assert.ok(files.some((path) => SUPPORT.test(path)));
  const others = files.filter((path) => /(?:^|\/)test-[^/]+$/.test(path) && !isTest(path));
  assert.deepEqual(others, []);
});

test('only tests import what tests share', () => {
  const importing = files.filter(
    (path) =>
      !isTest(path) && /from '[^']+\.test-support(?:\.tsx?)?'/.test(readFileSync(join(root, path), 'utf8')),
  );
  assert.deepEqual(importing, []);
});
