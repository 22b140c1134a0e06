/** What the page of adding books shows from its first moment on: nothing moves when its script takes over. Server only. */
import { redirect } from 'next/navigation';
import type { Book } from '../model.ts';
import { loginUrl } from '../server/passed-on.ts';
import { settings } from '../server/settings.ts';
import { NEWEST_BOOKS } from './books-api.ts';
import { browserHeaders, inItsName } from './browser-headers.ts';
import type { Job } from './jobs-api.ts';
import type { Rights } from './session-api.ts';

/** Milliseconds that the page waits; what is not there by then, the browser asks for. */
const TIMEOUT_MS = 1_000;

export interface Imports {
  rights?: Rights | undefined;
  jobs?: readonly Job[] | undefined;
  newest?: readonly Book[] | undefined;
}

/** With a password set, a reader who is not signed in gets the login page. */
export async function importsOnServer(): Promise<Imports> {
  const browser = await browserHeaders();
  const headers = inItsName(browser);
  const [rights, jobs, shelf] = await Promise.all([
    read<Rights>('/api/v1/session', headers),
    read<{ jobs: Job[] }>('/api/v1/jobs', headers),
    read<{ books: Book[] }>(NEWEST_BOOKS, headers),
  ]);
  if (rights?.read === false) redirect(loginUrl(browser.path));
  return { rights, jobs: jobs?.jobs, newest: shelf?.books };
}

/** What this browser may do; undefined where the library does not answer. */
export async function rightsOnServer(): Promise<Rights | undefined> {
  return read<Rights>('/api/v1/session', inItsName(await browserHeaders()));
}

async function read<T>(path: string, headers: Readonly<Record<string, string>>): Promise<T | undefined> {
  try {
    const response = await fetch(settings().retrievalHttp + path, {
      headers,
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
