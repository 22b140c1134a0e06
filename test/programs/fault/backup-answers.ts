/**
 * `node test/programs/fault/backup-answers.ts LIBRARY`: a backup that the service makes while readers search is restored into
 * another folder, and asked the same 500 queries. LIBRARY is copied first and stays as it is.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { libraryPath, openReader } from '@libtrails/retrieval/store/sqlite/open';
import { answersHttp, freePort, isServing, waitUntil } from '../../../infra/stack/health.ts';
import { ProcessGroup, root } from '../../../infra/stack/processes.ts';
import { QuerySource } from '../bench/queries/queries.ts';

const QUERIES = 500;
/** Readers that ask at the same time. */
const READERS = 2;
/** Of a query whose answer is not whole. */
const TRIES = 20;
/** For a library of a thousand books to open on a busy machine, in milliseconds. */
const PATIENCE_MS = 120_000;
const TOKEN = 'a-token-for-this-run';

const [library] = process.argv.slice(2);
if (library === undefined) throw new Error('Name a library file.');
const place = mkdtempSync(join(tmpdir(), 'libtrails-backup-answers-'));
const group = new ProcessGroup(join(place, 'logs'));
try {
  const [first, second] = ['first', 'second'].map((name) => join(place, name)) as [string, string];
  for (const folder of [first, second]) mkdirSync(folder);
  copyFileSync(library, libraryPath(first));
  const embedding = `127.0.0.1:${await freePort()}`;
  group.start({
    name: 'embedding',
    script: 'services/embedding/src/main.ts',
    env: { EMBEDDING_PORT: embedding.split(':')[1] ?? '' },
  });
  await waitUntil('The embedding service', () => isServing(embedding), PATIENCE_MS);

  const { api, grpc } = await serve('first', first, embedding);
  const texts = queriesOf(first);
  const before = await askAll(api, texts);
  let asked = 0;
  const backup = libtrails('backup', '--to', grpc, '--token', TOKEN, '--json');
  let made: Awaited<typeof backup> | undefined;
  backup.then((value) => {
    made = value;
  });
  // Readers go on for as long as the backup takes.
  const meanwhile: unknown[] = [];
  while (made === undefined) {
    const part = texts.slice(asked % QUERIES, (asked % QUERIES) + 20);
    const answers = await askAll(api, part);
    for (const [i, answer] of answers.entries()) {
      if (!isDeepStrictEqual(answer, before[(asked % QUERIES) + i])) meanwhile.push(part[i]);
    }
    asked += part.length;
  }
  const { file, copyMs, checkMs } = JSON.parse(await backup) as {
    file: string;
    copyMs: number;
    checkMs: number;
  };
  await libtrails('restore', file, '--data', second);
  const restored = await serve('second', second, embedding);
  const after = await askAll(restored.api, texts);
  const differing = texts.filter((_, i) => !isDeepStrictEqual(before[i], after[i]));
  console.log(
    `${asked} queries answered while it was copied (${copyMs} ms) and checked (${checkMs} ms), ${meanwhile.length} otherwise than before; of the restored library ${texts.length - differing.length} of ${texts.length} answers are the same`,
  );
  for (const text of differing.slice(0, 10)) console.log(`differs: ${text}`);
  process.exitCode = differing.length + meanwhile.length === 0 ? 0 : 1;
} finally {
  await group.stop();
  rmSync(place, { recursive: true });
}

async function serve(
  name: string,
  folder: string,
  embedding: string,
): Promise<{ api: string; grpc: string }> {
  const [http, grpc] = [await freePort(), await freePort()];
  group.start({
    name,
    script: 'services/retrieval/src/main.ts',
    secrets: ['LIBTRAILS_TOKEN'],
    env: {
      LIBTRAILS_DATA: folder,
      RETRIEVAL_HTTP_PORT: String(http),
      RETRIEVAL_GRPC_PORT: String(grpc),
      RETRIEVAL_EMBEDDING: embedding,
      RETRIEVAL_EMBED_TIMEOUT_MS: '30000',
      RETRIEVAL_REQUESTS_PER_SECOND: '0',
      LIBTRAILS_TOKEN: TOKEN,
    },
  });
  const url = `http://127.0.0.1:${http}`;
  await waitUntil('The library', () => answersHttp(`${url}/healthz`), PATIENCE_MS);
  return { api: `${url}/api/v1`, grpc: `127.0.0.1:${grpc}` };
}

function queriesOf(folder: string): string[] {
  const db = openReader(folder);
  try {
    return new QuerySource(db)
      .draw(1, true)
      .map(({ text }) => text)
      .slice(0, QUERIES);
  } finally {
    db.close();
  }
}

/** The answer to each query, without the time it took and the revision, which differs in a restored library. */
async function askAll(api: string, texts: readonly string[]): Promise<unknown[]> {
  const answers: unknown[] = new Array(texts.length);
  let next = 0;
  const reader = async () => {
    while (next < texts.length) {
      const i = next++;
      answers[i] = await ask(api, texts[i] ?? '');
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return answers;
}

/** @throws Error if the machine is too busy for a whole answer, again and again */
async function ask(api: string, text: string): Promise<unknown> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const response = await fetch(`${api}/search?limit=20&explain=1&q=${encodeURIComponent(text)}`);
    const {
      tookMs: _tookMs,
      requestId: _id,
      index: _revision,
      ...answer
    } = (await response.json()) as Record<string, unknown>;
    // By its words only: the model had no time, and the answer says so.
    if (response.status !== 503 && answer.degraded !== true) return { status: response.status, ...answer };
  }
  throw new Error(`${TRIES} times no whole answer to "${text.slice(0, 80)}"`);
}

async function libtrails(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'services/cli/src/main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`libtrails ${args[0]} ended with ${code}`);
  return out;
}
