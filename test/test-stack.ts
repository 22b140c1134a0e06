/** The whole product on free ports with an empty library, for tests that cross services. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../infra/stack/health.ts';
import { type RunningStack, root, type StackOptions, startStack } from '../infra/stack/stack.ts';

export const STARTER_SHELF: string = join(root, 'test/programs/starter-shelf/epub');
export const STARTER_SHELF_BOOKS = 12;

/** Indexing the shelf takes about half a minute on one slow core; a machine that is busy may take several. */
const INDEX_TIMEOUT_MS = 10 * 60_000;

export interface TestStack extends RunningStack {
  data: string;
  options: StackOptions;
}

export async function startTestStack(over: Partial<StackOptions> = {}): Promise<TestStack> {
  const data = over.data ?? mkdtempSync(join(tmpdir(), 'libtrails-test-'));
  const options: StackOptions = {
    books: STARTER_SHELF,
    data,
    ports: {
      embedding: await freePort(),
      retrievalGrpc: await freePort(),
      retrievalHttp: await freePort(),
      indexerHealth: await freePort(),
      web: await freePort(),
    },
    ...over,
    env: { LIBTRAILS_LOG_LEVEL: 'warn', ...over.env },
  };
  const stack = await startStack(options);
  return {
    ...stack,
    data,
    options,
    async stop() {
      await stack.stop();
      if (over.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}

export interface Status {
  state: string;
  counts: Record<
    'books' | 'sections' | 'passages' | 'topics' | 'phrases' | 'themes' | 'domains' | 'words',
    number
  >;
  jobs: { kind: string; state: string }[];
  refused: { fileName: string; code: string; reason: string }[];
  embedding: { state: string };
  fingerprint: string;
  generation: number;
}

/** GET on the API; throws on any status but 200. */
export async function getJson<T = Record<string, unknown>>(api: string, path: string): Promise<T> {
  const answer = await fetch(`${api}${path}`);
  if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Waits until the library holds the books, themes are made and no job is left. */
export function waitUntilIndexed(api: string, books: number = STARTER_SHELF_BOOKS): Promise<Status> {
  return waitUntilDone(api, ({ counts }) => counts.books >= books && counts.themes > 0);
}

/** Waits until the library is as it shall be and no job is left. */
export async function waitUntilDone(api: string, isReached: (status: Status) => boolean): Promise<Status> {
  const end = Date.now() + INDEX_TIMEOUT_MS;
  for (;;) {
    const status = await getJson<Status>(api, '/status');
    const busy = status.jobs.some((job) => job.state === 'queued' || job.state === 'running');
    if (isReached(status) && !busy) return status;
    if (Date.now() > end) throw new Error(`not indexed in time: ${JSON.stringify(status)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export interface SearchAnswer {
  query: string;
  scope: string;
  mode: string;
  total: number;
  relevant: boolean;
  degraded: boolean;
  degradedReasons: string[];
  tookMs: { total: number; embed: number; signals: Record<string, number>; fuse: number };
  results: {
    rank: number;
    score: number;
    book?: { id: number; title: string; authors: string[]; fileName: string };
    passage?: { id: number; section: { title: string }; text: string; highlights: [number, number][] };
    topic?: { id: number; label: string };
    theme?: { id: number; label: string };
    domain?: { id: number; label: string };
    signals?: { name: string; rank: number; raw: number; share: number; matched: string }[];
  }[];
}

export function search(api: string, parameters: Record<string, string>): Promise<SearchAnswer> {
  return getJson<SearchAnswer>(api, `/search?${new URLSearchParams(parameters)}`);
}
