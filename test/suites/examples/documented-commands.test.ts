/**
 * The commands of README.md and docs/, run as they are written against a library that `npm start` serves. Only what
 * users replace is replaced: ports, folders, names of files, the token.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { TestLibrary } from '@libtrails/indexer/calibre/calibre.test-support';
import { documentedCommands, isRunByExamples } from '../../../infra/stack/documented-commands.ts';
import { freePort } from '../../../infra/stack/health.ts';
import { PORT_VARIABLES, root } from '../../../infra/stack/stack.ts';
import { STARTER_SHELF, waitUntilIndexed } from '../../test-stack.ts';

const START_TIMEOUT_MS = 10 * 60_000;
const UPLOAD = 'how-to-get-lost.epub';

const commands = [...new Set(documentedCommands().map(({ command }) => command))].filter(isRunByExamples);
const isStart = (command: string) => command.startsWith('npm start');
/** These need the library to themselves. */
const isOffline = (command: string) => /^npx libtrails (?:restore|rebuild)/.test(command);

const scratch = mkdtempSync(join(tmpdir(), 'libtrails-commands-'));
const data = join(scratch, 'data');
const books = join(scratch, 'Books');
const calibre = join(scratch, 'Calibre');
const ports: Record<string, number> = {};
let token = '';

/** The command with the reader's own names in place of those of the documents. */
function filledIn(command: string): string {
  const newest = readdirSync(join(data, 'backups'), { withFileTypes: true })
    .map(({ name }) => name)
    .findLast((name) => name.endsWith('.sqlite'));
  return command
    .replaceAll(/(?:localhost|HOST|books\.example\.org):50052/g, `127.0.0.1:${ports.RETRIEVAL_GRPC_PORT}`)
    .replaceAll('localhost:8080', `127.0.0.1:${ports.RETRIEVAL_HTTP_PORT}`)
    .replaceAll('--calibre DIR', `--calibre ${calibre}`)
    .replaceAll(/~\/Books|\bDIR\b/g, books)
    .replaceAll(/\bFOLDER\b/g, data)
    .replaceAll(/(?<!\$)\bTOKEN\b/g, token)
    .replaceAll('data/starter-shelf/backups/FILE.sqlite', join(data, 'backups', newest ?? 'none'))
    .replaceAll('@book.epub', `@${join(scratch, UPLOAD)}`);
}

function environment(): NodeJS.ProcessEnv {
  const { RETRIEVAL_GRPC_PORT, RETRIEVAL_HTTP_PORT, EMBEDDING_PORT } = ports;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LIBTRAILS_DATA: data,
    INDEXER_RETRIEVAL: `127.0.0.1:${RETRIEVAL_GRPC_PORT}`,
    INDEXER_EMBEDDING: `127.0.0.1:${EMBEDDING_PORT}`,
    PATH: `${process.env.PATH}:${join(process.env.HOME ?? '', 'go/bin')}`,
    B: `http://127.0.0.1:${RETRIEVAL_HTTP_PORT}/api/v1`,
    TOKEN: token,
  };
  for (const [name, port] of Object.entries(ports)) env[name] = String(port);
  return env;
}

/** Runs one command to its end in a shell in which curl fails on an error of HTTP. Returns what it prints. */
function run(command: string): string {
  const script = `curl() { command curl --silent --show-error --fail-with-body "$@"; }\n${filledIn(command)}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
  });
  assert.equal(status, 0, `${script}\n${stdout}\n${stderr}`);
  return stdout;
}

/** The new token, which has its own line. */
function tokenIn(output: string): string {
  const [token] = /^ +\S{40,}$/m.exec(output) ?? [];
  assert.ok(token !== undefined, output);
  return token.trim();
}

interface Start {
  child: ChildProcess;
  output: () => string;
}

/** Runs `npm start` until it prints the screen with the address. The index stays out of the checkout. */
async function start(command: string, folder: string): Promise<Start> {
  const written = filledIn(command).replace(/ --data \S+/, '');
  const line = `${written}${written.includes(' -- ') ? '' : ' --'} --data ${folder}`;
  // A process group of its own, which gets the signal of Ctrl-C as in a terminal.
  const child = spawn('bash', ['-c', line], { cwd: root, env: environment(), detached: true });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += String(part)));
  const end = Date.now() + START_TIMEOUT_MS;
  while (!text.includes('LibTrails is ready')) {
    assert.ok(child.exitCode === null && Date.now() < end, `${line}\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { child, output: () => text };
}

/** Ctrl-C; ends when all processes have closed their output. Older versions of npm end by the signal, before those. */
async function pressCtrlC({ child }: Start): Promise<void> {
  const ended = once(child, 'close');
  process.kill(-child.pid!, 'SIGINT');
  await ended;
}

describe('the commands of README.md and docs/', () => {
  let running: Start;

  before(async () => {
    for (const name of Object.values(PORT_VARIABLES)) ports[name] = await freePort();
    mkdirSync(books);
    mkdirSync(join(data, 'backups'), { recursive: true });
    for (const name of readdirSync(STARTER_SHELF).slice(0, 2))
      copyFileSync(join(STARTER_SHELF, name), join(books, name));
    const library = new TestLibrary(calibre);
    const [first = ''] = readdirSync(STARTER_SHELF);
    library.add({ uuid: 'a', title: 'A', files: { EPUB: readFileSync(join(STARTER_SHELF, first)) } });
    library.db.close();
    cpSync(join(STARTER_SHELF, UPLOAD), join(scratch, UPLOAD));
    running = await start('npm start', data);
    await waitUntilIndexed(`http://127.0.0.1:${ports.RETRIEVAL_HTTP_PORT}/api/v1`);
    token = tokenIn(run('npm run token -- --data FOLDER'));
  });

  after(async () => {
    if (running?.child.exitCode === null && running.child.signalCode === null) await pressCtrlC(running);
    rmSync(scratch, { recursive: true, force: true });
  });

  for (const command of commands.filter((each) => !isStart(each) && !isOffline(each))) {
    it(command, (t) => {
      const program = command.split(' ', 1)[0]!;
      if (spawnSync('bash', ['-c', `command -v ${program}`], { env: environment() }).status !== 0)
        return t.skip(`${program} is not on this machine`);
      const out = run(command);
      if (command.startsWith('npm run token')) token = tokenIn(out);
      // An answer in JSON is complete; other answers are there.
      if (program === 'curl' && !/DELETE|markdown/.test(command)) JSON.parse(out);
      else if (!command.includes('DELETE')) assert.notEqual(out.trim(), '');
    });
  }

  it('Ctrl-C ends all', async () => {
    await pressCtrlC(running);
    assert.match(running.output(), /Stopping/);
    for (const port of Object.values(ports))
      await assert.rejects(fetch(`http://127.0.0.1:${port}/`), `port ${port} still answers`);
  });

  for (const command of commands.filter(isOffline)) {
    it(command, () => assert.notEqual(run(command).trim(), ''));
  }

  for (const command of commands.filter((each) => isStart(each) && each !== 'npm start')) {
    it(`${command}, until it is ready`, async () => {
      const again = await start(command, join(scratch, 'libtrails-data'));
      try {
        assert.match(again.output(), /Stop: +Ctrl-C/);
        const named = command.includes('--calibre') ? calibre : books;
        assert.ok(again.output().includes(named), again.output());
      } finally {
        // The next one needs its ports.
        await pressCtrlC(again);
      }
    });
  }
});
