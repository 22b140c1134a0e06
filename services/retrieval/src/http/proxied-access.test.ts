import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { type RunningShelfService, startShelfService } from '../service.test-support.ts';
import { ask, BEARER, signInAt, stranger, TOKEN } from './access.test-support.ts';

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
