/**
 * Records the answers of a running library that holds the starter shelf:
 *   node test/suites/contract/recorded/record.ts http://127.0.0.1:8080/api/v1 127.0.0.1:50052
 * Run it when a call is added, never to make a failing replay pass: what is recorded is what clients rely on.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Exchanges, exchange, type GrpcExchange, type HttpExchange, shortened } from './exchange.ts';

/** One exchange per line. */
const RECORDED = new URL('starter-shelf.ndjson', import.meta.url);

/** What was recorded. */
export function readRecorded(): Exchanges {
  const calls = readFileSync(RECORDED, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as HttpExchange | GrpcExchange);
  return {
    http: calls.filter((call) => 'path' in call),
    grpc: calls.filter((call) => 'request' in call),
  };
}

/** Replaces the recording. */
export function writeRecorded(exchanges: Exchanges): void {
  const { http, grpc } = shortened(exchanges);
  writeFileSync(RECORDED, [...http, ...grpc].map((call) => `${JSON.stringify(call)}\n`).join(''));
}

if (import.meta.main) {
  const [api, grpc] = process.argv.slice(2);
  if (api === undefined || grpc === undefined)
    throw new Error('give the address of the HTTP API and of gRPC');
  writeRecorded(await exchange(api, grpc));
}
