/**
 * Passages embedded by one process and by several, in turn, as the indexer has them done: passages a minute by the
 * clock, and processor time of the processes for one passage. On a machine that others use the clock says little.
 *
 *   node services/indexer/bench/scaling.ts [--processes 2] [--rounds 3] [--passages 32] [--books DIR]
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalProcesses } from '@libtrails/embedding/local-processes';
import { chunkBook } from '../src/chunks/chunk-book.ts';
import { openTokenCounter } from '../src/chunks/token-counter.ts';
import { EmbeddingClient } from '../src/embed/embedding-client.ts';
import { walkFolder } from '../src/folder/walk-folder.ts';
import { readBook } from '../src/pipeline/read-book.ts';

const { values } = parseArgs({
  options: {
    books: {
      type: 'string',
      default: join(import.meta.dirname, '../../../test/programs/starter-shelf/epub'),
    },
    processes: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    passages: { type: 'string', default: '32' },
  },
});
/** Of /proc/PID/stat, in milliseconds. */
const TICK_MS = 10;

const most = Number(values.processes);
const passages = await somePassages(Number(values.passages));
const local = await startLocalProcesses(most);
const clients = [1, most].map((count) => ({
  count,
  wallMs: 0,
  cpuMs: 0,
  client: new EmbeddingClient({
    address: local.addresses.slice(0, count).join(','),
    cache: undefined,
    patienceMs: 0,
  }),
}));
try {
  for (const { client } of clients) await client.embed(passages.slice(0, 2), 'PASSAGE');
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const one of clients) {
      const [cpu, wall] = [cpuMs(), performance.now()];
      await one.client.embed(passages, 'PASSAGE');
      one.wallMs += performance.now() - wall;
      one.cpuMs += cpuMs() - cpu;
    }
  }
} finally {
  for (const { client } of clients) client.close();
  await local.stop();
}
const done = passages.length * Number(values.rounds);
console.log(
  `${cpus()[0]!.model} × ${cpus().length}, load ${loadavg()[0]!.toFixed(1)}, ${done} passages each`,
);
const table = clients.map(({ count, wallMs, cpuMs: spentMs }) => ({
  processes: count,
  'wall s': (wallMs / 1000).toFixed(1),
  'processor s': (spentMs / 1000).toFixed(1),
  'passages a minute': ((60_000 * done) / wallMs).toFixed(0),
  ratio: (clients[0]!.wallMs / wallMs).toFixed(2),
  'processor time, ratio': (spentMs / clients[0]!.cpuMs).toFixed(2),
}));
console.table(table);

function cpuMs(): number {
  return local.pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return sum + TICK_MS * (Number(fields[11]) + Number(fields[12]));
  }, 0);
}

async function somePassages(count: number): Promise<string[]> {
  const countTokens = openTokenCounter();
  const found: string[] = [];
  for (const { path } of (await walkFolder(values.books)).files) {
    if (found.length >= count) break;
    const { book } = await readBook(path, new AbortController().signal);
    found.push(...(await chunkBook(book, countTokens)).map(({ text }) => text));
  }
  return found.slice(0, count);
}
