import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it, test } from 'node:test';
import { type RunningShelfService, startShelfService } from '../service.test-support.ts';
import { ask, BEARER, cookiesOf, signInAt, stranger, TOKEN } from './access.test-support.ts';
import { ownPath } from './session-routes.ts';

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
