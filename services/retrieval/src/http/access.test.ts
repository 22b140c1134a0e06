import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  type ClientRequest,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it, test } from 'node:test';
import { type RunningShelfService, startShelfService } from '../service.test-support.ts';
import { ownPath } from './session-routes.ts';

const TOKEN = 'a-token-for-the-test';
const BEARER = { authorization: `Bearer ${TOKEN}` };
/** As a proxy on this machine brings it: from elsewhere. */
const stranger = (n = 9) => ({ 'x-forwarded-for': `203.0.113.${n}` });

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request with headers that fetch does not let through, and redirects not followed. */
function ask(method: string, url: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
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

const cookiesOf = ({ headers }: Answer) => (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!);

/** POST /session as a program sends it. */
const signInAt = (api: string, secret: string, headers: Record<string, string> = {}) =>
  ask(
    'POST',
    `${api}/session`,
    { 'content-type': 'application/json', ...headers },
    JSON.stringify({ secret }),
  );

describe('an open library', () => {
  let service: RunningShelfService;
  before(async () => {
    service = await startShelfService({ token: TOKEN });
  });
  after(() => service.stop());
  const remove = (headers: Record<string, string>) => ask('DELETE', `${service.api}/books/999`, headers);
  const signIn = (secret: string, headers: Record<string, string> = {}) =>
    signInAt(service.api, secret, headers);
  /** 404: the right to write was there, the book was not. */
  const ALLOWED = 404;

  it('can be read without a token, and not written', async () => {
    assert.equal((await ask('GET', `${service.api}/books/1`, stranger())).status, 200);
    for (const [method, path] of [
      ['DELETE', '/books/1'],
      ['POST', '/books'],
      ['POST', '/jobs/1/retry'],
      ['POST', '/jobs/1/cancel'],
      ['POST', '/jobs/pause'],
      ['POST', '/jobs/resume'],
      ['POST', '/backups'],
    ] as const) {
      const answer = await ask(method, service.api + path, stranger());
      assert.equal(answer.status, 403, path);
      assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/);
    }
    assert.equal((await ask('GET', `${service.api}/books/1`)).status, 200);
  });

  it('is written by this machine, or with the token', async () => {
    assert.equal((await remove({})).status, ALLOWED);
    assert.equal((await remove({ ...stranger(), ...BEARER })).status, ALLOWED);
    assert.equal((await remove({ authorization: 'Bearer wrong' })).status, 403);
  });

  it('is not written through a proxy or a tunnel on this machine, whatever it calls its client', async () => {
    for (const name of [
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-real-ip',
      'forwarded',
      'via',
    ]) {
      for (const value of ['', '127.0.0.1']) {
        if (name === 'x-forwarded-host' && value === '') continue;
        assert.equal((await remove({ [name]: value })).status, 403, `${name}: ${value}`);
      }
    }
  });

  it('is not written from a page of another site, though the browser runs on this machine', async () => {
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      // Another program's page on this machine is another origin.
      { origin: 'http://localhost:5173' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ]) {
      assert.equal((await remove(headers)).status, 403, JSON.stringify(headers));
    }
    const { host } = new URL(service.api);
    assert.equal((await remove({ origin: `http://${host}` })).status, ALLOWED);
    assert.equal((await remove({ 'sec-fetch-site': 'same-origin' })).status, ALLOWED);
    // As the web server passes it on.
    const passedOn = { origin: 'http://127.0.0.1:3000', 'x-libtrails-host': '127.0.0.1:3000' };
    assert.equal((await remove(passedOn)).status, ALLOWED);
  });

  it('shows a page of another site neither covers nor which books there are', async () => {
    for (const site of ['cross-site', 'same-site']) {
      for (const path of ['/books/1', '/books/999', '/books/1/cover', '/session']) {
        for (const [dest, mode] of [
          ['image', 'no-cors'],
          ['object', 'navigate'],
          ['iframe', 'navigate'],
          ['script', 'no-cors'],
          ['empty', 'cors'],
        ] as const) {
          const headers = { 'sec-fetch-site': site, 'sec-fetch-dest': dest, 'sec-fetch-mode': mode };
          const answer = await ask('GET', service.api + path, headers);
          assert.equal(answer.status, 403, `${site} ${dest} ${path}`);
          assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin');
        }
      }
    }
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-dest': 'document',
      'sec-fetch-mode': 'navigate',
    };
    assert.equal((await ask('GET', `${service.api}/books/1`, link)).status, 200);
    const own = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' };
    const answer = await ask('GET', `${service.api}/books/1`, own);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin');
  });

  it('refuses host names that others may own', async () => {
    for (const headers of [
      { host: 'rebound.example' },
      { host: '127.0.0.1.rebound.example' },
      { 'x-forwarded-host': 'rebound.example' },
      { 'x-libtrails-host': 'rebound.example' },
    ]) {
      const answer = await ask('GET', `${service.api}/books/1`, headers);
      assert.equal(answer.status, 403, JSON.stringify(headers));
      assert.match(answer.body, /LIBTRAILS_HOSTS/);
    }
    assert.equal((await ask('GET', `${service.api}/books/1`, { host: 'books.example.org' })).status, 200);
  });

  it('takes the token once and then a cookie that no script and no other site can use', async () => {
    const answer = await signIn(TOKEN, stranger());
    assert.equal(answer.status, 204);
    const [writer, reader] = answer.headers['set-cookie'] ?? [];
    assert.match(writer ?? '', /^libtrails_writer=writer\..*; Path=\/;.* HttpOnly; SameSite=Strict$/);
    assert.match(reader ?? '', /^libtrails_reader=reader\..*; Path=\/;.* HttpOnly; SameSite=Lax$/);
    assert.ok(!answer.headers['set-cookie']?.join().includes(TOKEN));
    const cookie = cookiesOf(answer).join('; ');
    const here = { origin: `http://${new URL(service.api).host}` };
    assert.equal((await remove({ ...stranger(), cookie, ...here })).status, ALLOWED);
    assert.equal((await remove({ ...stranger(), cookie, origin: 'https://elsewhere.example' })).status, 403);
    assert.equal(
      (await remove({ ...stranger(), cookie: 'libtrails_writer=writer.9999999999.forged' })).status,
      403,
    );
    const rights = await ask('GET', `${service.api}/session`, { ...stranger(), cookie });
    assert.deepEqual(JSON.parse(rights.body), { read: true, write: true, signedIn: true });
  });

  it('marks cookies Secure where the browser came by HTTPS', async () => {
    const answer = await signIn(TOKEN, { ...stranger(), 'x-forwarded-proto': 'https' });
    for (const line of answer.headers['set-cookie'] ?? []) assert.match(line, /; Secure/);
  });

  it('refuses sign-in from a page of another site', async () => {
    assert.equal((await signIn(TOKEN, { origin: 'https://elsewhere.example' })).status, 403);
  });

  it('signs out, after which a copy of the cookie is worth nothing', async () => {
    const cookie = cookiesOf(await signIn(TOKEN, stranger())).join('; ');
    assert.equal((await remove({ ...stranger(), cookie })).status, ALLOWED);
    const answer = await ask('DELETE', `${service.api}/session`, { ...stranger(), cookie });
    assert.equal((await remove({ ...stranger(), cookie })).status, 403);
    assert.equal(answer.status, 204);
    for (const line of answer.headers['set-cookie'] ?? [])
      assert.match(line, /=; .*Expires=Thu, 01 Jan 1970/);
  });

  it('gives metrics to this machine alone', async () => {
    const metrics = service.api.replace('/api/v1', '/metrics');
    assert.equal((await ask('GET', metrics)).status, 200);
    assert.equal((await ask('GET', metrics, stranger())).status, 403);
  });

  it('answers bytes that are not HTTP with a problem, and closes', async () => {
    const { hostname, port } = new URL(service.api);
    for (const [sent, status] of [
      ['HELLO\r\n\r\n', 400],
      [`GET /api/v1/status HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ] as const) {
      const answer = await new Promise<string>((resolve, reject) => {
        let text = '';
        const socket = connect(Number(port), hostname, () => socket.write(sent));
        socket.on('data', (data) => (text += data.toString()));
        socket.on('close', () => resolve(text)).on('error', reject);
      });
      assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `));
      assert.match(answer, /application\/problem\+json/);
    }
  });
});

describe('an open library behind a trusted proxy on this machine', () => {
  let service: RunningShelfService;
  before(async () => {
    service = await startShelfService({ token: TOKEN, requestsPerSecond: 5, trustedProxies: '127.0.0.1' });
  });
  after(() => service.stop());
  const signIn = (secret: string, headers: Record<string, string> = {}) =>
    signInAt(service.api, secret, headers);

  it('is written with the token alone, since the proxy may have left out whom it serves', async () => {
    const remove = (headers: Record<string, string>) => ask('DELETE', `${service.api}/books/999`, headers);
    for (const headers of [{}, { 'x-forwarded-for': '' }, { 'x-forwarded-for': '127.0.0.1' }]) {
      assert.equal((await remove(headers)).status, 403, JSON.stringify(headers));
    }
    assert.equal((await remove(BEARER)).status, 404);
  });

  it('counts wrong bearer tokens of one client', async () => {
    const statuses = [];
    for (let i = 0; i < 7; i++) {
      const guess = { ...stranger(65), authorization: `Bearer guess-${i}` };
      statuses.push((await ask('DELETE', `${service.api}/books/999`, guess)).status);
    }
    assert.deepEqual(statuses, [403, 403, 403, 403, 403, 429, 429]);
  });

  it('shows the jobs as they go to eight watchers of one client, and to others beside them', async () => {
    const open: ClientRequest[] = [];
    const watch = async (n: number) => {
      const call = httpRequest(`${service.api}/jobs/events`, { headers: stranger(n) }).end();
      open.push(call);
      const [answer] = (await once(call, 'response')) as [IncomingMessage];
      return answer.statusCode;
    };
    for (let i = 0; i < 8; i++) assert.equal(await watch(61), 200);
    assert.equal(await watch(61), 503);
    assert.equal(await watch(62), 200);
    open[0]?.destroy();
    const end = Date.now() + 5_000;
    while ((await watch(61)) !== 200)
      assert.ok(Date.now() < end, 'the place of a watcher who left stays taken');
    for (const call of open) call.destroy();
  });

  it('refuses a client for a while after five wrong tokens', async () => {
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await signIn(`guess number ${i}`, stranger(66))).status);
    assert.deepEqual(statuses, [403, 403, 403, 403, 403, 429, 429]);
    assert.equal((await signIn(TOKEN, stranger(67))).status, 204);
  });

  it('limits the requests of one client and serves others', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 80 }, async () => ask('GET', `${service.api}/books/1`, stranger(77))),
    );
    const refused = statuses.filter(({ status }) => status === 429);
    assert.ok(refused.length >= 10, `${refused.length} refused`);
    assert.ok(Number(refused[0]!.headers['retry-after']) >= 1);
    assert.equal((JSON.parse(refused[0]!.body) as { code: string }).code, 'rate_limited');
    assert.equal((await ask('GET', `${service.api}/books/1`, stranger(78))).status, 200);
  });

  it('lets only a trusted proxy name the client', async () => {
    // The client claims another address each time; the proxy on loopback adds the true one behind it.
    const claims = await Promise.all(
      Array.from({ length: 80 }, (_, i) =>
        ask('GET', `${service.api}/books/1`, { 'x-forwarded-for': `198.51.100.${i}, 203.0.113.79` }),
      ),
    );
    assert.ok(claims.some(({ status }) => status === 429));
  });
});

describe('a library with a password', () => {
  let service: RunningShelfService;
  before(async () => {
    service = await startShelfService({
      token: TOKEN,
      password: 'open sesame',
      trustedProxies: '127.0.0.1',
    });
  });
  after(() => service.stop());
  const get = (path: string, headers: Record<string, string> = {}) => ask('GET', service.api + path, headers);
  const basic = (password: string) => ({
    authorization: `Basic ${Buffer.from(`anybody:${password}`).toString('base64')}`,
  });

  it('shows no content without the password, not even on this machine', async () => {
    for (const path of service.routes.filter((route) => route.startsWith('get /'))) {
      const url = path.slice('get '.length).replaceAll(/:\w+/g, '1');
      if (['/openapi.json', '/session', '/problems/1'].includes(url)) continue;
      const answer = await get(url);
      assert.equal(answer.status, 401, url);
      assert.equal(answer.headers['www-authenticate'], 'Bearer realm="LibTrails"');
      assert.ok(!/whale/i.test(answer.body), url);
    }
    assert.deepEqual(JSON.parse((await get('/session', stranger())).body), {
      read: false,
      write: false,
      signedIn: false,
    });
  });

  it('is read with the password, with the token, or by a session', async () => {
    assert.equal((await get('/books/1', basic('open sesame'))).status, 200);
    assert.equal((await get('/books/1', BEARER)).status, 200);
    const form = new URLSearchParams({ secret: 'open sesame', next: '/books/1?q=whale' }).toString();
    const answer = await ask(
      'POST',
      `${service.api}/session`,
      { 'content-type': 'application/x-www-form-urlencoded' },
      form,
    );
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, '/books/1?q=whale');
    const cookie = cookiesOf(answer).join('; ');
    const read = await get('/books/1', { cookie });
    assert.equal(read.status, 200);
    assert.match(read.headers.vary ?? '', /cookie/);
  });

  it('leads a wrong password back to the form, and guesses end soon', async () => {
    const guess = (n: number) =>
      ask(
        'POST',
        `${service.api}/session`,
        { 'content-type': 'application/x-www-form-urlencoded', ...stranger() },
        new URLSearchParams({ secret: `guess ${n}`, next: '//evil.example' }).toString(),
      );
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await guess(i));
    assert.equal(answers[0]?.headers.location, '/login?refused=permission_denied&next=%2F');
    assert.equal(answers[5]?.headers.location, '/login?refused=rate_limited&next=%2F');
    assert.deepEqual(answers.flatMap(cookiesOf), []);
    assert.equal((await get('/books/1', { ...stranger(), ...basic('open sesame') })).status, 429);
  });

  it('takes the password for reading, not for writing', async () => {
    const answer = await ask('DELETE', `${service.api}/books/1`, {
      ...stranger(10),
      ...basic('open sesame'),
    });
    assert.equal(answer.status, 403);
  });
});

test('a path to go on to is a path of this site', () => {
  assert.equal(ownPath('/search?q=a#b'), '/search?q=a#b');
  for (const next of [
    '',
    'x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
  ]) {
    assert.equal(ownPath(next), '/', next);
  }
});
