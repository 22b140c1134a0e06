/** Every command in README.md and docs/ is run by a test or a script. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commandsOf, documentedCommands, isRunByExamples, RUN_ELSEWHERE } from './documented-commands.ts';

const root = join(import.meta.dirname, '../..');
const documented = documentedCommands();

test('commands are found in fenced blocks and in sentences, without comments and settings', () => {
  const text = [
    'Run `npm start -- --library DIR` or see `docker-compose.yml` and `libtrails status`.',
    '```\nB=http://localhost\n\ncurl "$B/a#b"   # a comment\nnpm test\n```',
    '1. In a list:\n\n   ```\n   LIBTRAILS_BIND=0.0.0.0\n   npm test\n   ```',
    '```json\n{"no": "command"}\n```',
  ].join('\n\n');
  assert.deepEqual(commandsOf(text), ['curl "$B/a#b"', 'npm test', 'npm start -- --library DIR']);
});

test('there are commands to check', () => {
  const all = documented.map(({ command }) => command);
  for (const known of ['npm start', 'npm test', 'docker compose up -d', 'curl "$B/status"'])
    assert.ok(all.includes(known), known);
});

for (const { file, command } of documented) {
  test(`${file}: ${command} is run`, () => {
    if (isRunByExamples(command)) return;
    const by = RUN_ELSEWHERE[command];
    assert.ok(
      by !== undefined,
      'No test runs this command: name one in infra/stack/documented-commands.ts, or let test/suites/examples run it.',
    );
    const source = readFileSync(join(root, by.file), 'utf8');
    for (const words of by.words) assert.ok(source.includes(words), `${by.file} lacks ${words}`);
  });
}

test('the list of commands names none that is no longer documented', () => {
  const all = new Set(documented.map(({ command }) => command));
  assert.deepEqual(
    Object.keys(RUN_ELSEWHERE).filter((command) => !all.has(command)),
    [],
  );
});
