/** What a stranger tries at the services themselves: `node stranger.ts ADDRESS HTTP-PORT GRPC-PORT` prints attempts as JSON. */
import { status } from '@grpc/grpc-js';
import { Attempts } from './attempts.ts';
import { callEmpty, isRefusal, writingMethods } from './grpc-attempts.ts';
import { guessToken, tryEveryHttpDoor } from './http-attempts.ts';

const [address = '', http = '', grpc = ''] = process.argv.slice(2);

const walk = new Attempts(address, Number(http));
// The shelf is still being indexed: the book may be there already.
await tryEveryHttpDoor(walk, {
  forwardedName: [403, 421],
  cover: [200, 404],
  tooLong: [431],
  noHttp: [400, 'closed'],
});

const target = `${address}:${grpc}`;
const writing = writingMethods();
for (const path of writing) {
  const code = await callEmpty(target, path);
  walk.note(`gRPC \`${path}\``, status[code] ?? `closed (${code})`, isRefusal(code));
}
for (const [what, headers] of [
  ['with a wrong token', { authorization: 'Bearer wrong' }],
  ['with an empty X-Forwarded-For', { 'x-forwarded-for': '' }],
  ['saying it is loopback', { 'x-forwarded-for': '127.0.0.1' }],
] as const) {
  const code = await callEmpty(target, writing[0] ?? '', headers);
  walk.note(`gRPC ${what}`, status[code] ?? `closed (${code})`, isRefusal(code));
}

// Last, since from then on every secret from this address is refused.
await guessToken(walk, 'guess the token 12 times');
console.log(JSON.stringify(walk.all));
