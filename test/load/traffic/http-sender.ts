/** Sends single HTTP requests over kept connections, and takes answers compressed, as browsers do. */
import { Agent, get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { fateOfHttp, type Outcome, PATIENCE_MS } from './outcome.ts';

export interface HttpSender {
  /** Never rejects. */
  send(path: string): Promise<Pick<Outcome, 'fate' | 'reason'>>;
  close(): void;
}

const HEADERS = { 'accept-encoding': 'gzip' };

/** @param origin such as http://127.0.0.1:46160 */
export function httpSender(origin: string): HttpSender {
  const agent = new Agent({ keepAlive: true });
  return {
    send: (path) =>
      new Promise((resolve) => {
        const failed = (error: Error) =>
          resolve({ fate: 'failed', reason: (error as NodeJS.ErrnoException).code ?? error.message });
        const signal = AbortSignal.timeout(PATIENCE_MS);
        const request = get(`${origin}${path}`, { agent, signal, headers: HEADERS }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', failed);
          answer.on('end', () => {
            const json = answer.headers['content-type']?.startsWith('application/json') ?? false;
            const packed = Buffer.concat(chunks);
            const body = !json
              ? ''
              : answer.headers['content-encoding'] === 'gzip'
                ? gunzipSync(packed).toString()
                : packed.toString();
            resolve(fateOfHttp(answer.statusCode ?? 0, answer.headers['retry-after'], body));
          });
        });
        request.on('error', failed);
      }),
    close: () => agent.destroy(),
  };
}
