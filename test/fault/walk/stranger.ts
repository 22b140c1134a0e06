/** What a stranger tries at the services themselves: `node stranger.ts ADDRESS HTTP-PORT GRPC-PORT` prints attempts as JSON. */
import { connect } from 'node:http2';
import { status } from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';
import { Attempts } from './attempts.ts';
import { guessToken, tryEveryHttpDoor } from './http-attempts.ts';

const PATIENCE_MS = 20_000;
const [address = '', http = '', grpc = ''] = process.argv.slice(2);

/** A method of gRPC with one empty message; its status. */
function callEmpty(path: string, token?: string): Promise<number> {
  return new Promise((resolve) => {
    const session = connect(`http://${address}:${grpc}`);
    let code = -1;
    const end = () => {
      clearTimeout(timer);
      session.destroy();
      resolve(code);
    };
    const timer = setTimeout(end, PATIENCE_MS);
    session.on('error', end);
    const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
    const stream = session.request(
      token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
    );
    const note = (fields: Record<string, unknown>) => {
      if (fields['grpc-status'] !== undefined) code = Number(fields['grpc-status']);
    };
    stream.on('response', note).on('trailers', note).on('error', end).on('close', end).resume();
    stream.end(Buffer.alloc(5));
  });
}

const walk = new Attempts(address, Number(http));
// The shelf is still being indexed: the book may be there already.
await tryEveryHttpDoor(walk, { forwardedName: [403, 421], cover: [200, 404], noHttp: [400, 'closed'] });

const { definition } = loadContract<object>('ingest');
const writing = Object.entries(definition)
  .filter(([name]) => name.endsWith('IngestService'))
  .flatMap(([, methods]) => Object.values(methods as unknown as Record<string, { path: string }>));
const isRefusal = (code: number) => code === status.UNAUTHENTICATED || code === status.PERMISSION_DENIED;
for (const { path } of writing) {
  const code = await callEmpty(path);
  walk.note(`gRPC \`${path}\``, status[code] ?? `closed (${code})`, isRefusal(code));
}
const wrong = await callEmpty(writing[0]!.path, 'wrong');
walk.note('gRPC with a wrong token', status[wrong] ?? `closed (${wrong})`, isRefusal(wrong));

// Last, since from then on nothing this stranger says is listened to.
await guessToken(walk, 'guess the token 12 times');
console.log(JSON.stringify(walk.all));
