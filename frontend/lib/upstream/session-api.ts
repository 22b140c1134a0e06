/** What this browser may do, and how it comes to may more. In the browser. */
import { failed, type Outcome, succeeded } from '../errors/outcome.ts';
import * as strings from '../strings.ts';
import { readProblem } from './problem.ts';

export interface Rights {
  read: boolean;
  write: boolean;
  /** By a session, which can be ended. */
  signedIn: boolean;
}

async function send(init: RequestInit): Promise<Outcome<Response>> {
  try {
    const response = await fetch('/api/v1/session', { cache: 'no-store', ...init });
    return response.ok ? succeeded(response) : failed(await readProblem(response));
  } catch {
    return failed({ code: 'unavailable', message: strings.errors.offline });
  }
}

/** Undefined where the server does not say. */
export async function readRights(): Promise<Rights | undefined> {
  const outcome = await send({});
  return outcome.ok ? ((await outcome.value.json()) as Rights) : undefined;
}

/** Shows the token or the password once; from then on the browser's cookie speaks. */
export async function signIn(secret: string): Promise<Outcome<unknown>> {
  return send({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
}

export async function signOut(): Promise<Outcome<unknown>> {
  return send({ method: 'DELETE' });
}
