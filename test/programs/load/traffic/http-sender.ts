/** Sends single HTTP requests over kept connections, takes answers compressed and follows redirects, as browsers do. */
import { Agent, get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { fateOfHttp, type Outcome, PATIENCE_MS } from './outcome.ts';

export interface HttpSender {
  /** Never rejects. */
  send(path: string): Promise<Pick<Outcome, 'fate' | 'reason'>>;
  close(): void;
}

const HEADERS = { 'accept-encoding': 'gzip' };
/** A passage's page leads to its place in the book; nothing leads further. */
const MOST_REDIRECTS = 2;

/** @param origin such as http://127.0.0.1:46160 */
export function httpSender(origin: string): HttpSender {
  const agent = new Agent({ keepAlive: true });
  const once = (path: string, signal: AbortSignal): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const request = get(`${origin}${path}`, { agent, signal, headers: HEADERS }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const { 'content-type': type, 'content-encoding': coding, location } = answer.headers;
          const packed = Buffer.concat(chunks);
          const json = type?.startsWith('application/json') === true;
          const body = coding === 'gzip' && json ? gunzipSync(packed) : packed;
          resolve({
            status: answer.statusCode ?? 0,
            retryAfter: answer.headers['retry-after'],
            location,
            body: json ? body.toString() : '',
          });
        });
      });
      request.on('error', reject);
    });
  return {
    async send(path) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      try {
        let answer = await once(path, signal);
        for (let i = 0; i < MOST_REDIRECTS && answer.location !== undefined; i++) {
          const { pathname, search } = new URL(answer.location, origin + path);
          answer = await once(pathname + search, signal);
        }
        return fateOfHttp(answer.status, answer.retryAfter, answer.body);
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        return { fate: 'failed', reason: code ?? message };
      }
    },
    close: () => agent.destroy(),
  };
}

interface Answer {
  status: number;
  retryAfter: string | undefined;
  location: string | undefined;
  /** Of JSON only. */
  body: string;
}
