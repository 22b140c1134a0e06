/**
 * Speed of indexing on one processor core against the model alone on the same texts in the same run, and the memory of
 * both processes. Parsing, passages, topics and vectors; storing in the library is left out.
 *
 *   npm run bench:indexing -- DIR [--limit 3] [--cpu 0]
 *
 * What it says of memory holds with the allocator settings of the image. Linux, with `taskset`.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { walkFolder } from '../src/folder/walk-folder.ts';
import type { Finished } from './finish-books.ts';

const FINISH = fileURLToPath(new URL('./finish-books.ts', import.meta.url));
const EMBEDDING = fileURLToPath(new URL('../../embedding/src/main.ts', import.meta.url));

const { values, positionals } = parseArgs({
  options: { limit: { type: 'string', default: '3' }, cpu: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Name a folder with EPUB files.');
const files = (await walkFolder(folder)).files.slice(0, Number(values.limit)).map(({ path }) => path);

const bare = await finish('bare');
const service = spawn('taskset', ['-c', values.cpu, process.execPath, '--max-semi-space-size=1', EMBEDDING], {
  env: { ...process.env, EMBEDDING_PORT: '0', LIBTRAILS_LOG_LEVEL: 'info' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(service, 'exit');
let indexed: Finished;
let servicePeak: number;
try {
  const port = await Promise.race([
    servingPort(),
    ended.then(() => Promise.reject(new Error('The service ended'))),
  ]);
  indexed = await finish(`127.0.0.1:${port}`);
  servicePeak = peakMiB(service.pid!);
} finally {
  service.kill('SIGTERM');
  await ended;
}

const model = bare.runSeconds.PASSAGE + bare.runSeconds.LABEL;
const aMinute = (seconds: number) => Math.round((bare.words / seconds) * 60).toLocaleString('en');
console.log(`${bare.books} books, ${bare.words.toLocaleString('en')} words, ${bare.texts.PASSAGE} passages, ${bare.texts.LABEL} labels
model alone, passages        ${aMinute(bare.runSeconds.PASSAGE)} words a minute
model alone, labels as well  ${aMinute(model)} words a minute (${((1000 * bare.runSeconds.LABEL) / bare.texts.LABEL).toFixed(2)} ms a label)
indexing                     ${aMinute(indexed.seconds)} words a minute: ${((100 * model) / indexed.seconds).toFixed(1)} % of the model alone
peak memory                  indexer ${indexed.peakMiB.toFixed(0)} MiB, embedding ${servicePeak.toFixed(0)} MiB`);

async function finish(mode: string): Promise<Finished> {
  const args = ['-c', values.cpu, process.execPath, '--max-semi-space-size=2', FINISH, mode, ...files];
  const { stdout } = await promisify(execFile)('taskset', args);
  return JSON.parse(stdout) as Finished;
}

async function servingPort(): Promise<number> {
  for await (const line of createInterface({ input: service.stdout })) {
    const entry = JSON.parse(line) as { msg?: string; port: number };
    if (entry.msg !== 'serving') continue;
    // Read on, or the service would wait for room in the pipe.
    service.stdout.resume();
    return entry.port;
  }
  throw new Error('The service never served');
}

function peakMiB(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}
