/** `npm start`: sets up what is missing, starts the services, waits for the shelf, prints the URL. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makePrivateFiles } from '../../services/common/src/lifecycle.ts';
import { bulkProcesses } from '../../services/embedding/src/process-count.ts';
import { AccessFile } from '../../services/retrieval/src/access/access-file.ts';
import { newTokenNotice } from '../../services/retrieval/src/access/new-token-notice.ts';
import { makePrivate } from '../../services/retrieval/src/access/private-folder.ts';
import { whyNotListen } from './health.ts';
import { buildWeb, prepareModel } from './prepare.ts';
import { Progress } from './progress.ts';
import {
  DEFAULT_PORTS,
  PORT_VARIABLES,
  type RunningStack,
  root,
  type StackPorts,
  startStack,
} from './stack.ts';

const USAGE = `npm start [-- --library DIR] [--calibre DIR] [--data DIR]
  --library DIR   serve the EPUB files in DIR (default: the starter shelf)
  --calibre DIR   follow the Calibre library in DIR; nothing is written there
  --data DIR      where the index is kept (default: data/ in this folder)
Ports are moved by ${Object.values(PORT_VARIABLES).join(', ')}.`;

function fail(line: string): never {
  console.error(`libtrails: ${line}`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        library: { type: 'string' },
        calibre: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function readPorts(): StackPorts {
  const ports = { ...DEFAULT_PORTS };
  for (const key of Object.keys(ports) as (keyof StackPorts)[]) {
    const given = process.env[PORT_VARIABLES[key]];
    if (given === undefined || given === '') continue;
    const value = Number(given);
    if (!Number.isInteger(value) || value < 1 || value > 65_535) {
      fail(`${PORT_VARIABLES[key]}=${given} is not a port: give a number from 1 to 65535`);
    }
    ports[key] = value;
  }
  return ports;
}

/** EMBEDDING_PROCESSES, or as many as the machine has cores and memory for. */
function readBulkProcesses(): number {
  const given = process.env.EMBEDDING_PROCESSES;
  if (given === undefined || given === '') return bulkProcesses();
  const count = Number(given);
  if (Number.isInteger(count) && count >= 0 && count <= 64) return count;
  return fail(`EMBEDDING_PROCESSES=${given} is not a number of processes: give 0 to 64`);
}

/** Each folder gets its own index, so switching between folders costs nothing. */
function dataFolder(library: string | undefined): string {
  if (library === undefined) return resolve(root, 'data/starter-shelf');
  return resolve(root, 'data', `library-${createHash('sha256').update(library).digest('hex').slice(0, 12)}`);
}

const STARTER_SHELF = resolve(root, 'test/programs/starter-shelf/epub');

/** Where a Calibre library is all there is: a folder of books that holds none. */
function emptyFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  return path;
}

interface StatusAnswer {
  counts: { books: number; passages: number; themes: number };
  jobs: { kind: string; state: string; stage: string; done: number; total: number; message: string }[];
  refused: { fileName: string; reason: string }[];
}

async function readStatus(stack: RunningStack): Promise<StatusAnswer | undefined> {
  try {
    const answer = await fetch(`${stack.api}/status`, {
      headers: { authorization: `Bearer ${stack.serviceKey}` },
      signal: AbortSignal.timeout(3_000),
    });
    return answer.ok ? ((await answer.json()) as StatusAnswer) : undefined;
  } catch {
    return undefined;
  }
}

/** Follows the first indexing of the starter shelf; returns when books and themes are there. */
async function waitForShelf(stack: RunningStack, progress: Progress): Promise<void> {
  for (;;) {
    const status = await readStatus(stack);
    // Grouping waits in the queue while the books are indexed: the folder's job is the one to show.
    const open = status?.jobs.filter((j) => j.state === 'running' || j.state === 'queued') ?? [];
    const job = open.find((j) => j.kind === 'folder') ?? open[0];
    if (status && status.counts.themes > 0 && !job) return;
    if (job?.kind === 'folder') progress.note(`${job.done} of ${job.total} books`);
    else if (job) progress.note('computing themes and domains');
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** @throws Error that names the setting which moves the port */
async function checkPorts(ports: StackPorts): Promise<void> {
  for (const [key, port] of Object.entries(ports) as [keyof StackPorts, number][]) {
    const problem = await whyNotListen(port);
    if (problem === undefined) continue;
    const cause =
      problem === 'in use'
        ? 'is in use, perhaps by another LibTrails (`docker compose ps` lists its containers): stop it'
        : 'needs administrator rights: use a port above 1023';
    throw new Error(
      `port ${port} ${cause}, or set another port: ${PORT_VARIABLES[key]}=${port + 1000 > 65_535 ? port - 1000 : port + 1000} npm start`,
    );
  }
}

/** The last screen of a start: what a new user needs. */
function readyScreen(url: string, status: StatusAnswer | undefined, library: string | undefined): string {
  const counts = status?.counts;
  return [
    '',
    `  LibTrails is ready: ${url}`,
    '',
    ...(counts ? [`  ${counts.books} books, ${counts.passages} passages, ${counts.themes} themes`] : []),
    ...(library === undefined
      ? ['  Add your books:  npm start -- --library ~/Books', `  or upload them:  ${url}/library`]
      : [`  Books are indexed from ${library} while this runs. Progress: ${url}/status`]),
    '  Stop:            Ctrl-C',
    '',
  ].join('\n');
}

/** Between two looks at a run that takes hours, in milliseconds. */
const FOLLOW_MS = 2_000;

/** Reports indexing progress and the time left: a line for each tenth, or one line on a terminal. */
async function followLibrary(stack: RunningStack): Promise<void> {
  let told = '';
  for (;;) {
    const status = await readStatus(stack);
    const job = status?.jobs.find(({ kind, state }) => kind === 'folder' && state === 'running');
    if (job !== undefined && job.total > 0) {
      const tenth = Math.floor((10 * job.done) / job.total);
      const key = process.stdout.isTTY ? `${job.done} ${job.message}` : `${tenth} ${job.message !== ''}`;
      const line = `  ${job.done} of ${job.total} books are searchable. ${job.message}`.trimEnd();
      if (key !== told) process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
      told = key;
    } else if (told !== '') {
      process.stdout.write(
        process.stdout.isTTY ? '\r\x1b[K  Indexing has ended.\n' : '  Indexing has ended.\n',
      );
      return;
    }
    await new Promise((done) => setTimeout(done, FOLLOW_MS));
  }
}

async function main(): Promise<void> {
  const args = readArguments();
  if (args.help) {
    console.log(USAGE);
    return;
  }
  const library =
    args.library === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), args.library);
  if (library !== undefined && !(existsSync(library) && statSync(library).isDirectory())) {
    fail(`--library ${library} is not a folder: give one with EPUB files in it`);
  }
  const given = args.calibre ?? process.env.INDEXER_CALIBRE;
  const calibre = given ? resolve(process.env.INIT_CWD ?? process.cwd(), given) : undefined;
  if (calibre !== undefined && !existsSync(join(calibre, 'metadata.db'))) {
    fail(`--calibre ${calibre} is not a Calibre library: give the folder that holds metadata.db`);
  }
  const own = library ?? calibre;
  const ports = readPorts();
  await checkPorts(ports);
  const progress = new Progress(own === undefined ? 4 : 3);
  progress.begin('Model', { printsLines: true });
  prepareModel();
  progress.end('ready');
  progress.begin('Web pages');
  progress.end(await buildWeb((seconds) => progress.note(`building, ${seconds} s (about a minute)`)));

  let stack: RunningStack | undefined;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    if (stack) console.log('\nStopping ...');
    await stack?.stop();
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));

  const data =
    args.data === undefined ? dataFolder(own) : resolve(process.env.INIT_CWD ?? process.cwd(), args.data);
  makePrivateFiles();
  makePrivate(data);
  // Created here and not by the service: the output of a service goes to its log, which must not hold the token.
  const token = new AccessFile(data).prepare({ withToken: !process.env.LIBTRAILS_TOKEN });
  // Printed at once, so that it is seen even if the start is stopped halfway.
  if (token !== undefined) console.log(newTokenNotice(token));
  progress.begin('Services');
  const bulkEmbedding = readBulkProcesses();
  stack = await startStack({
    books: library ?? (calibre === undefined ? STARTER_SHELF : emptyFolder(join(data, 'books'))),
    calibre,
    data,
    ports,
    onWaiting: (services, seconds) => progress.note(`waiting for ${services.join(', ')}, ${seconds} s`),
    bulkEmbedding,
  });
  progress.end('running');
  if (stopping) {
    await stack.stop();
    process.exit(0);
  }
  const running = stack;
  running.processes.onUnexpectedEnd = (name, lastLines) => {
    console.error(
      `libtrails: the ${name} service ended by itself; its log is ${running.processes.logFile(name)}\n${lastLines}`,
    );
    void stop(1);
  };
  if (own === undefined) {
    progress.begin('Starter shelf');
    await waitForShelf(running, progress);
    progress.end('indexed');
  }
  console.log(readyScreen(running.url, await readStatus(running), own));
  if (own !== undefined) await followLibrary(running);
}

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
