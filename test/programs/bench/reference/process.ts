/** The reference's server as a child process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { answersHttp, freePort, waitUntil } from '../../../../infra/stack/health.ts';
import type { ReferenceAnswer } from './search.ts';

const START_TIMEOUT_MS = 60_000;

export interface Reference {
  search(query: string, signals: 6 | 7): Promise<ReferenceAnswer>;
  related(book: number): Promise<ReferenceAnswer>;
  rssMib(): Promise<number>;
  /** Its one process. */
  pids: readonly number[];
  startedMs: number;
  stop(): Promise<void>;
}

/** Starts the server over a reference file. */
export async function startReference(file: string): Promise<Reference> {
  const port = await freePort();
  const started = performance.now();
  const script = fileURLToPath(new URL('./server.ts', import.meta.url));
  const child = spawn(process.execPath, [script, '--file', file, '--port', String(port)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const ended = new AbortController();
  child.once('exit', (code) => ended.abort(new Error(`The reference ended with code ${code}`)));
  await waitUntil(
    'The reference',
    () => answersHttp(`${url}/`).catch(() => false),
    START_TIMEOUT_MS,
    ended.signal,
  );
  const client = connectReference(url);
  return { ...client, pids: [child.pid!], startedMs: performance.now() - started, stop: () => stop(child) };
}

/** A client of a reference server that runs elsewhere (a container). */
export function connectReference(url: string) {
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${url}${path}`);
    if (!answer.ok) throw new Error(`The reference answered ${answer.status}`);
    return (await answer.json()) as T;
  };
  return {
    search: (query: string, signals: 6 | 7) =>
      ask<ReferenceAnswer>(`/search?signals=${signals}&q=${encodeURIComponent(query)}`),
    related: (book: number) => ask<ReferenceAnswer>(`/related?book=${book}`),
    rssMib: async () => Math.round((await ask<{ rss: number }>('/')).rss / 2 ** 20),
  };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
