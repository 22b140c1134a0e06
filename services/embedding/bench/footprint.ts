/**
 * Measures the service: time to SERVING, memory after load, after queries and after long passages, and latency.
 * Starts the service as the image does, with a warm compile cache.
 *
 *   node services/embedding/bench/footprint.ts [--runs 3] [--queries 300] [--json FILE] [-- NODE FLAGS]
 *
 * Allocator settings come from this process's environment. Memory is that of /proc/PID/smaps_rollup (Linux).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import { median, Words } from './texts.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const TIMEOUT_MS = 60_000;
/** The model's window is 512 tokens: about so many words. */
const PASSAGE_WORDS = 380;
const PASSAGES = 32;
/** Freed memory goes back to the system a moment later. */
const SETTLE_MS = 1_500;

interface Memory {
  /** MiB resident, and the part of it that no file backs. */
  rss: number;
  anonymous: number;
}

interface Footprint {
  /** From the start of the process to health SERVING, and the part of it that loads the model. */
  startMs: number;
  loadMs: number;
  loaded: Memory;
  queried: Memory;
  /** After passages that fill the window. */
  afterPassages: Memory;
  /** Of one query of 20 tokens and fewer, through gRPC, alone. */
  queryMs: { p50: number; p95: number };
  passageMs: number;
}

const { values, positionals } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    queries: { type: 'string', default: '300' },
    json: { type: 'string' },
  },
  allowPositionals: true,
});

const cache = mkdtempSync(join(tmpdir(), 'libtrails-footprint-'));
try {
  // The first run fills the compile cache.
  await measure(8);
  const runs: Footprint[] = [];
  for (let run = 0; run < Number(values.runs); run++) runs.push(await measure(Number(values.queries)));
  const typical = medians(runs);
  print(typical);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ runs, typical }, null, 2)}\n`);
} finally {
  rmSync(cache, { recursive: true, force: true });
}

async function measure(queries: number): Promise<Footprint> {
  const began = performance.now();
  const child = spawn(process.execPath, [...positionals, MAIN], {
    env: { ...process.env, EMBEDDING_PORT: '0', NODE_COMPILE_CACHE: cache, LIBTRAILS_LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  try {
    const serving = await servingLine(child.stdout, exited);
    const startMs = performance.now() - began;
    await sleep(SETTLE_MS);
    const loaded = memoryOf(child.pid!);
    const { grpc } = loadContract<ProtoGrpcType>('embedding');
    const client = connect(grpc.libtrails.embedding.v1.EmbeddingService, `127.0.0.1:${serving.port}`);
    const words = new Words(queries);
    const ask = async (text: string, kind: 'QUERY' | 'PASSAGE') => {
      const start = performance.now();
      await callUnary(client, client.embed, { texts: [text], kind }, { timeoutMs: TIMEOUT_MS });
      return performance.now() - start;
    };
    for (let i = 0; i < 20; i++) await ask(words.query(), 'QUERY');
    const times: number[] = [];
    for (let i = 0; i < queries; i++) times.push(await ask(words.query(), 'QUERY'));
    await sleep(SETTLE_MS);
    const queried = memoryOf(child.pid!);
    const passages: number[] = [];
    for (let i = 0; i < PASSAGES; i++) passages.push(await ask(words.text(PASSAGE_WORDS), 'PASSAGE'));
    await sleep(SETTLE_MS);
    const afterPassages = memoryOf(child.pid!);
    client.close();
    times.sort((a, b) => a - b);
    return {
      startMs,
      loadMs: serving.loadMs,
      loaded,
      queried,
      afterPassages,
      queryMs: { p50: median(times), p95: times[Math.floor(times.length * 0.95)]! },
      passageMs: median(passages),
    };
  } finally {
    child.kill('SIGTERM');
    await exited;
  }
}

async function servingLine(
  stdout: NodeJS.ReadableStream,
  exited: Promise<unknown>,
): Promise<{ port: number; loadMs: number }> {
  const lines = createInterface({ input: stdout });
  const serving = new Promise<{ port: number; loadMs: number }>((resolve) => {
    lines.on('line', (line) => {
      const entry = JSON.parse(line) as { msg?: string; port: number; loadMs: number };
      if (entry.msg === 'serving') resolve(entry);
    });
  });
  const ended = exited.then(() => {
    throw new Error('The service ended before it served');
  });
  return Promise.race([serving, ended]);
}

function memoryOf(pid: number): Memory {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const mib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)![1]) / 1024;
  return { rss: mib('Rss'), anonymous: mib('Anonymous') };
}

/** The median of each figure. */
function medians(runs: readonly Footprint[]): Footprint {
  const of = (read: (run: Footprint) => number) => median(runs.map(read));
  const memory = (read: (run: Footprint) => Memory) => ({
    rss: of((run) => read(run).rss),
    anonymous: of((run) => read(run).anonymous),
  });
  return {
    startMs: of((run) => run.startMs),
    loadMs: of((run) => run.loadMs),
    loaded: memory((run) => run.loaded),
    queried: memory((run) => run.queried),
    afterPassages: memory((run) => run.afterPassages),
    queryMs: { p50: of((run) => run.queryMs.p50), p95: of((run) => run.queryMs.p95) },
    passageMs: of((run) => run.passageMs),
  };
}

function print({ startMs, loadMs, loaded, queried, afterPassages, queryMs, passageMs }: Footprint): void {
  const memory = ({ rss, anonymous }: Memory) => `${rss.toFixed(1)} MiB (${anonymous.toFixed(1)} anonymous)`;
  console.log(`start to SERVING     ${startMs.toFixed(0)} ms, of it the model ${loadMs.toFixed(0)} ms
memory after load    ${memory(loaded)}
after queries        ${memory(queried)}
after full windows   ${memory(afterPassages)}
query                p50 ${queryMs.p50.toFixed(2)} ms, p95 ${queryMs.p95.toFixed(2)} ms
passage of 512       ${passageMs.toFixed(0)} ms`);
}
