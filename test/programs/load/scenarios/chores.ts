/** What changes in a library in the course of a day: books come and go, themes are made again, backups are taken. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getJson, STARTER_SHELF, search } from '../../../test-stack.ts';
import type { LoadStack } from '../box/load-stack.ts';
import type { ScenarioContext } from './scenario.ts';

export interface ChoreDone {
  chore: 'upload, until it is found' | 'themes and domains made anew' | 'delete, until it is gone' | 'backup';
  /** From the start of the scenario. */
  second: number;
  /** How long it took. */
  seconds: number;
  /** Undefined if it went as it should. */
  failure: string | undefined;
}

type Kind = 'upload' | 'backup' | 'delete';
/** One round of the day; a book that came in an earlier round is the one that goes. */
const ROUND: readonly Kind[] = ['upload', 'backup', 'upload', 'delete'];
const ROUNDS = 3;
const POLL_MS = 2_000;
const GIVE_UP_MS = 15 * 60_000;

interface Job {
  id: number;
  kind: string;
  state: string;
  message: string;
}

/** Chores at even distances over `seconds`, one after the other; appends to `done` as they end. Never rejects. */
export async function doChores(
  { stack, tell }: ScenarioContext,
  seconds: number,
  done: ChoreDone[],
): Promise<void> {
  const began = performance.now();
  const plan = Array.from({ length: ROUNDS }, () => ROUND).flat();
  const shelf = readdirSync(STARTER_SHELF).sort();
  const here: string[] = [];
  const timed = async (chore: ChoreDone['chore'], work: () => Promise<unknown>) => {
    const from = performance.now();
    let failure: string | undefined;
    try {
      await work();
    } catch (error) {
      failure = (error as Error).message;
    }
    const took = (performance.now() - from) / 1_000;
    done.push({ chore, second: (from - began) / 1_000, seconds: took, failure });
    tell(`${chore}: ${failure ?? `${took.toFixed(1)} s`}`);
  };
  for (const [i, kind] of plan.entries()) {
    await sleep(Math.max(0, began + (seconds * 1_000 * (i + 0.5)) / plan.length - performance.now()));
    if (kind === 'backup') await timed('backup', () => backUp(stack));
    if (kind === 'delete' && here.length > 0) {
      const title = here.shift()!;
      await timed('delete, until it is gone', () => remove(stack, title));
    }
    if (kind === 'upload') {
      const fileName = shelf[i % shelf.length]!;
      await timed('upload, until it is found', async () => here.push(await upload(stack, fileName)));
      await timed('themes and domains made anew', () => untilIdle(stack));
    }
  }
}

/** @returns the title under which the book is found */
async function upload(stack: LoadStack, fileName: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([readFileSync(join(STARTER_SHELF, fileName))]), fileName);
  const answer = await fetch(`${stack.api}/books`, { method: 'POST', body: form, headers: writer(stack) });
  if (answer.status !== 202) throw new Error(`upload: HTTP ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as Job;
  const job = await until(async () => {
    const found = (await jobs(stack)).find((one) => one.id === id);
    return found?.state === 'done' || found?.state === 'failed' ? found : undefined;
  });
  if (job.state === 'failed') throw new Error(`upload: ${job.message}`);
  const title = job.message;
  await until(async () => ((await bookId(stack, title)) === undefined ? undefined : true));
  return title;
}

async function remove(stack: LoadStack, title: string): Promise<void> {
  const id = await bookId(stack, title);
  if (id === undefined) throw new Error('the book that was uploaded is not found');
  const answer = await fetch(`${stack.api}/books/${id}`, { method: 'DELETE', headers: writer(stack) });
  if (answer.status !== 204) throw new Error(`delete: HTTP ${answer.status}`);
  if ((await bookId(stack, title)) !== undefined) throw new Error('the book that was deleted is still found');
}

/** By the running service; the one before goes, so that the disk holds one. */
async function backUp(stack: LoadStack): Promise<void> {
  const answer = await fetch(`${stack.api}/backups?keep=1`, { method: 'POST', headers: writer(stack) });
  if (answer.status !== 201) throw new Error(`backup: HTTP ${answer.status} ${await answer.text()}`);
  const { books } = (await answer.json()) as { books: number };
  if (books === 0) throw new Error('the backup holds no book');
}

/** Until no job is queued or running, and none follows. @throws if a grouping failed */
async function untilIdle(stack: LoadStack): Promise<void> {
  const last = Math.max(0, ...(await jobs(stack)).map(({ id }) => id));
  let quiet = 0;
  await until(async () => {
    const now = await jobs(stack);
    const failed = now.find(({ id, kind, state }) => id >= last && kind === 'group' && state === 'failed');
    if (failed !== undefined) throw new Error(`grouping: ${failed.message}`);
    quiet = now.some(({ state }) => state === 'queued' || state === 'running') ? 0 : quiet + 1;
    return quiet >= 3 ? true : undefined;
  });
}

async function bookId(stack: LoadStack, title: string): Promise<number | undefined> {
  const { results } = await search(stack.api, { q: `"${title}"`, mode: 'keyword' });
  return results.find(({ book }) => book?.title === title)?.book?.id;
}

async function jobs(stack: LoadStack): Promise<Job[]> {
  return (await getJson<{ jobs: Job[] }>(stack.api, '/jobs')).jobs;
}

function writer({ token }: LoadStack): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + GIVE_UP_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('not done within 15 minutes');
    await sleep(POLL_MS);
  }
}
