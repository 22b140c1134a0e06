/**
 * What a stranger tries through proxies that run on our machine: `node stranger-behind-proxy.ts ADDRESS NAME=PORT...`
 * prints attempts as JSON. Only the proxies know that they forward. A name with "gRPC" leads there.
 */
import { status } from '@grpc/grpc-js';
import { type Attempt, Attempts } from './attempts.ts';
import { callEmpty, isRefusal, writingMethods } from './grpc-attempts.ts';
import { tryWritingAs } from './http-attempts.ts';

const [address = '', ...proxies] = process.argv.slice(2);
const all: Attempt[] = [];
for (const proxy of proxies) {
  const [name = '', port = ''] = proxy.split('=');
  const walk = new Attempts(address, Number(port));
  if (name.includes('gRPC')) {
    for (const path of writingMethods()) {
      const code = await callEmpty(`${address}:${port}`, path);
      walk.note(`through ${name}: \`${path}\``, status[code] ?? `closed (${code})`, isRefusal(code));
    }
    all.push(...walk.all);
    continue;
  }
  await tryWritingAs(walk, `through ${name}`, {});
  await tryWritingAs(walk, `through ${name}, saying it is loopback`, { 'x-forwarded-for': '127.0.0.1' });
  all.push(...walk.all);
}
console.log(JSON.stringify(all));
