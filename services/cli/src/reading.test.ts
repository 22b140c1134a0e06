import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, mock, test } from 'node:test';
import { type RunningShelfService, startShelfService } from '@libtrails/retrieval/service.test-support';
import { runProgram } from './run-program.ts';

const TOKEN = 'a-token-for-the-test';
let service: RunningShelfService;
let folder: string;

before(async () => {
  // This machine needs the token and the password as any other does.
  service = await startShelfService({ trustLoopback: false, password: 'for reading only', token: TOKEN });
  folder = mkdtempSync(join(tmpdir(), 'libtrails-cli-'));
});
after(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: unknown;
  out: string;
  error: string;
}

/** Runs a command in this process. */
async function run(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const ended: Ended = { code: 0, out: '', error: '' };
  const before = { ...process.env };
  const mocked = [
    mock.method(console, 'log', (text: string) => (ended.out += `${text}\n`)),
    mock.method(console, 'error', (text: string) => (ended.error += `${text}\n`)),
  ];
  const ownCode = process.exitCode;
  try {
    const url = service.api.replace('/api/v1', '');
    Object.assign(process.env, { LIBTRAILS_URL: url, LIBTRAILS_TOKEN: TOKEN, ...env });
    process.exitCode = 0;
    await runProgram(args);
    ended.code = process.exitCode;
  } finally {
    process.exitCode = ownCode;
    process.env = before;
    for (const { mock: one } of mocked) one.restore();
  }
  return ended;
}

const ask = async (path: string) =>
  (await fetch(`${service.api}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } })).json();
/** Without what differs from one answer to the next. */
const timeless = (answer: unknown) =>
  JSON.parse(JSON.stringify(answer, (key, value) => (key === 'tookMs' ? undefined : value)));

test('with --json each command prints what the API answers', async () => {
  const cases: [string[], string][] = [
    [
      ['search', 'white', 'whale', '--scope', 'passages', '--limit', '2'],
      '/search?q=white+whale&scope=passages&limit=2',
    ],
    [
      ['search', 'storm', '--lang', 'en', '--lang', 'de', '--from', '1800', '--to', '1950'],
      '/search?q=storm&lang=en&lang=de&from=1800&to=1950',
    ],
    [['search', 'whale', '--scope', 'passages', '--book-id', '1'], '/search?q=whale&scope=passages&bookId=1'],
    [['search', 'whale', '--explain'], '/search?q=whale&explain=true'],
    [['related', '1'], '/books/1/related'],
    [['related', '1', '--passage'], '/passages/1/related'],
    [['passage', '1', '--around', '1'], '/passages/1?around=1'],
    [['books', '--sort', 'year', '--limit', '2'], '/books?sort=year&limit=2'],
    [['trail', 'whale', 'storm', '--steps', '5'], '/trail?from=whale&to=storm&steps=5'],
  ];
  for (const [args, path] of cases) {
    const { code, out, error } = await run([...args, '--json']);
    assert.equal(code, 0, `${args.join(' ')}: ${error}`);
    assert.deepEqual(timeless(JSON.parse(out)), timeless(await ask(path)), args.join(' '));
  }
});

test('without, lines name books and passages by the ids that other commands take', async () => {
  const found = await run(['search', 'whale', '--explain']);
  assert.match(found.out, /^ 1\. .+ {2}\[book \d+\] {2}(?:strong|fair|weak)$/m);
  assert.match(found.out, /\[passage \d+\]/);
  assert.match((await run(['books'])).out, /\[book 1\]/);
  const [, id = ''] = /\[passage (\d+)\]/.exec(found.out) ?? [];
  assert.match((await run(['passage', id])).out, /whale/i);
  assert.match((await run(['trail', 'whale', '--format', 'markdown'])).out, /^# /);
});

test('a file is uploaded; one that is no book is named, and the others are taken', async () => {
  writeFileSync(join(folder, 'a.md'), `# Lamps\n\n${'Oil burns in lamps. '.repeat(100)}`);
  writeFileSync(join(folder, 'b.exe'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0]));
  const { code, out, error } = await run(['add', join(folder, 'a.md'), join(folder, 'b.exe'), '--json']);
  assert.equal(code, 1);
  const { jobs, failed } = JSON.parse(out);
  assert.deepEqual([jobs[0].title, jobs[0].state, failed[0].file], ['a.md', 'queued', join(folder, 'b.exe')]);
  assert.match(error, /b\.exe: /);
});

test('all books are exported, as JSON or as CSV that no spreadsheet takes for formulas', async () => {
  await service.addBook('formula.epub', '=HYPERLINK("x")');
  const { books } = JSON.parse((await run(['export'])).out);
  assert.equal(books.length, ((await ask('/books')) as { total: number }).total);
  const { out } = await run(['export', '--format', 'csv']);
  assert.equal(out.trimEnd().split('\r\n').length, books.length + 1);
  assert.match(out, /,"'=HYPERLINK\(""x""\)",/);
});

test('exit codes tell wrong arguments, what is not there, and what is not allowed or not running', async () => {
  assert.equal((await run(['search', 'x', '--scope', 'cats'])).code, 2);
  assert.equal((await run(['passage', 'x'])).code, 2);
  const missing = await run(['passage', '999999', '--json']);
  assert.deepEqual([missing.code, Object.keys(JSON.parse(missing.out))], [2, ['error']]);
  assert.equal((await run(['books'], { LIBTRAILS_TOKEN: 'wrong' })).code, 3);
  const away = await run(['books', '--url', 'http://127.0.0.1:9']);
  assert.equal(away.code, 3);
  assert.match(away.error, /--url or LIBTRAILS_URL/);
});

test('completions name every command and its options, and the shells accept them', async () => {
  const bash = (await run(['completion', 'bash'])).out;
  for (const name of ['search', 'trail', 'backup', '--scope', '--keep']) assert.ok(bash.includes(name), name);
  const script = `${bash}\nCOMP_WORDS=(libtrails search --sc); COMP_CWORD=2; _libtrails; echo "\${COMPREPLY[*]}"`;
  const child = spawn('bash', ['-c', script]);
  let completed = '';
  child.stdout.on('data', (text) => (completed += text));
  await new Promise((resolve) => child.on('close', resolve));
  assert.equal(completed.trim(), '--scope');
  assert.match((await run(['completion', 'fish'])).out, /-n '__fish_seen_subcommand_from search' -l scope/);
  assert.match((await run(['completion', 'zsh'])).out, /bashcompinit/);
});
