/** The HTTP API of a running LibTrails, here or elsewhere, as commands call it. */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { ERRORS, type ErrorCode, LibTrailsError } from '@libtrails/common/errors';
import type { JobStatus, Problem } from '@libtrails/proto/http';
import { ownToken } from './library-service.ts';

/** Milliseconds for an answer. A first search may wait for the model. */
const TIMEOUT_MS = 60_000;
/** Milliseconds for an upload. */
const UPLOAD_TIMEOUT_MS = 600_000;
const DEFAULT_PORT = 8080;

export interface ApiFlags {
  /** Where LibTrails is: "https://books.example.org". Default: LIBTRAILS_URL, else this machine. */
  url?: string;
  /** The token, or the password for reading. Default: LIBTRAILS_TOKEN. */
  token?: string;
}

/** Values of one parameter; undefined and empty ones are left out. */
export type Parameters = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export class LibraryApi {
  readonly #base: string;
  readonly #headers: Record<string, string>;

  constructor({ url, token }: ApiFlags) {
    const { LIBTRAILS_URL, LIBTRAILS_TOKEN, RETRIEVAL_HTTP_PORT } = process.env;
    const named = url ?? (LIBTRAILS_URL || undefined);
    const address = named ?? `http://127.0.0.1:${RETRIEVAL_HTTP_PORT || DEFAULT_PORT}`;
    this.#base = `${address.replace(/\/(?:api\/v1\/?)?$/, '')}/api/v1`;
    // The key that the services of this machine share is for no other one.
    const own = named === undefined ? ownToken() : LIBTRAILS_TOKEN || undefined;
    const secret = token ?? own;
    this.#headers = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  }

  /** The answer to a GET. @throws LibTrailsError with the code of the answer; unavailable if there is none */
  async get<T>(path: string, parameters: Parameters = {}): Promise<T> {
    return (await this.#fetch(path, parameters)).json() as Promise<T>;
  }

  /** The same as text, for answers that are not JSON. */
  async text(path: string, parameters: Parameters): Promise<string> {
    return (await this.#fetch(path, parameters)).text();
  }

  /** Sends a file to be indexed. @throws as `get`; errors of the file system as they come */
  async upload(path: string): Promise<JobStatus> {
    const form = new FormData();
    form.append('file', await openAsBlob(path), basename(path));
    const init = { method: 'POST', body: form };
    return (await this.#fetch('/books', {}, init, UPLOAD_TIMEOUT_MS)).json() as Promise<JobStatus>;
  }

  async #fetch(
    path: string,
    parameters: Parameters,
    init: RequestInit = {},
    timeoutMs = TIMEOUT_MS,
  ): Promise<Response> {
    const url = `${this.#base}${path}${queryOf(parameters)}`;
    let response: Response;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      response = await fetch(url, { ...init, headers: this.#headers, signal, redirect: 'error' });
    } catch (cause) {
      throw new LibTrailsError(
        'unavailable',
        `LibTrails does not answer at ${this.#base}: start it, or name it with --url or LIBTRAILS_URL.`,
        { cause },
      );
    }
    if (!response.ok) throw await errorOf(response);
    return response;
  }
}

function queryOf(parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== '' && one !== false)
      .map((one): [string, string] => [name, String(one)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

/** The problem that an answer describes (RFC 9457). */
async function errorOf(response: Response): Promise<LibTrailsError> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const code = problem.code !== undefined && Object.hasOwn(ERRORS, problem.code) ? problem.code : undefined;
  return new LibTrailsError(
    (code ?? (response.status === 404 ? 'not_found' : 'internal')) as ErrorCode,
    problem.detail ?? `The server answered ${response.status} ${response.statusText}`,
  );
}
