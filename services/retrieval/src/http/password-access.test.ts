import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningShelfService, startShelfService } from '../service.test-support.ts';
import { ask, BEARER, cookiesOf, stranger, TOKEN } from './access.test-support.ts';

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
