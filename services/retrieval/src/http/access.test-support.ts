/** Requests as programs, browsers and proxies send them, for the tests of access. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export const TOKEN = 'a-token-for-the-test';
export const BEARER = { authorization: `Bearer ${TOKEN}` };
/** As a proxy on this machine brings it: from elsewhere. */
export const stranger = (n = 9) => ({ 'x-forwarded-for': `203.0.113.${n}` });

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request with headers that fetch does not let through, and redirects not followed. */
export function ask(
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    call.on('error', reject).end(body);
  });
}

export const cookiesOf = ({ headers }: Answer) =>
  (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!);

/** POST /session as a program sends it. */
export const signInAt = (api: string, secret: string, headers: Record<string, string> = {}) =>
  ask(
    'POST',
    `${api}/session`,
    { 'content-type': 'application/json', ...headers },
    JSON.stringify({ secret }),
  );
