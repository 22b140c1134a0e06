/** What a stranger tries at a published web server: `node stranger-at-web.ts ADDRESS PORT` prints attempts as JSON. */
import { Attempts } from './attempts.ts';
import { guessToken, tryEveryHttpDoor, tryWritingAs } from './http-attempts.ts';

const [address = '', port = ''] = process.argv.slice(2);
const walk = new Attempts(address, Number(port));
await tryEveryHttpDoor(walk, {
  // What is in X-Forwarded-Host is not passed on.
  forwardedName: [200],
  cover: [200, 404],
  tooLong: [431, 0],
  noHttp: [400, 'closed'],
});
await tryWritingAs(walk, 'as if the web server had named the client', { 'x-libtrails-client': 'local' });
await walk.http('TRACE on a page', [405], walk.ask('TRACE', '/books'));
await walk.http('OPTIONS *', [405], walk.ask('OPTIONS', '*'));
await walk.http(
  'a page, as if the web server had asked itself',
  [403, 421],
  walk.ask('GET', '/books', {
    host: 'evil.example',
    'x-middleware-subrequest': Array(5).fill('proxy').join(':'),
  }),
);
// Last, since from then on every secret from this address is refused.
await guessToken(walk, 'guess the token 12 times, each from an address of its own', (guess) => ({
  'x-forwarded-for': `203.0.113.${guess}`,
}));
console.log(JSON.stringify(walk.all));
