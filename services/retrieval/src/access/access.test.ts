import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Caller, sha256 } from '@libtrails/common/access';
import { Access, type AccessSettings, COOKIES, type Session } from './access.ts';
import { AccessFile } from './access-file.ts';
import { readSession, signSession } from './session.ts';

const TOKEN = 'sixteen-characters';
const RECORD = { tokenSha256: sha256(TOKEN).toString('hex'), sessionKey: 'k'.repeat(43) };
const caller = (over: Partial<Caller> = {}): Caller => ({
  address: '192.0.2.7:4711',
  client: '192.0.2.7',
  authorization: undefined,
  cookie: undefined,
  local: false,
  ...over,
});
const access = (over: Partial<AccessSettings> = {}, record = RECORD) =>
  new Access(
    { token: undefined, serviceKey: undefined, password: undefined, trustLoopback: true, ...over },
    { read: () => record, endSession: () => {} },
  );
const writes = (a: Access, c: Caller, cookies = true) => a.requireWriter(c, { cookies });
const refused = { code: 'permission_denied' };
const cookieFor = (sessions: Session[]) =>
  sessions.map(({ role, value }) => `${COOKIES[role]}=${value}`).join('; ');
const folder = () => mkdtempSync(join(tmpdir(), 'libtrails-access-'));

test('a caller without a token may read and may not write', () => {
  assert.doesNotThrow(() => access().requireReader(caller()));
  assert.throws(() => writes(access(), caller()), refused);
});

test('the token permits writing, and nothing similar does', () => {
  assert.equal(writes(access(), caller({ authorization: `Bearer ${TOKEN}` })), 'secret');
  for (const authorization of [
    'Bearer wrong',
    `Basic ${TOKEN}`,
    `Bearer ${TOKEN}x`,
    'Bearer undefined',
    '',
  ]) {
    assert.throws(() => writes(access(), caller({ authorization })), refused, authorization);
  }
});

test('LIBTRAILS_TOKEN takes the place of the stored one, the key of the services counts beside either', () => {
  const a = access({ token: 'another-token-of-ours', serviceKey: 'the-key-of-the-services' });
  assert.equal(writes(a, caller({ authorization: 'Bearer another-token-of-ours' })), 'secret');
  assert.equal(writes(a, caller({ authorization: 'Bearer the-key-of-the-services' })), 'secret');
  assert.throws(() => writes(a, caller({ authorization: `Bearer ${TOKEN}` })), refused);
});

test('the machine itself writes without a token, unless that is switched off', () => {
  const local = caller({ address: '127.0.0.1:9', client: '127.0.0.1', local: true });
  assert.equal(writes(access(), local), 'loopback');
  assert.throws(() => writes(access({ trustLoopback: false }), local), refused);
});

test('a request through a local proxy, or with a wrong token, does not count as from this machine', () => {
  const loopback = { address: '127.0.0.1:9', client: '127.0.0.1' };
  assert.throws(() => writes(access(), caller({ ...loopback, local: false })), refused);
  const wrong = caller({ ...loopback, local: true, authorization: 'Bearer wrong' });
  assert.throws(() => writes(access(), wrong), refused);
});

test('after sign-in with the token a session permits writing, where sessions count', () => {
  const a = access();
  const cookie = cookieFor(a.signIn(TOKEN, caller()));
  assert.equal(writes(a, caller({ cookie })), 'session');
  assert.throws(() => writes(a, caller({ cookie }), false), refused);
});

test('with a password, reading needs it', () => {
  const a = access({ password: 'open sesame' });
  assert.throws(() => a.requireReader(caller()), { code: 'unauthenticated' });
  assert.throws(() => a.requireReader(caller({ address: '127.0.0.1', client: '127.0.0.1' })), {
    code: 'unauthenticated',
  });
  const basic = (p: string) => `Basic ${Buffer.from(`me:${p}`).toString('base64')}`;
  assert.doesNotThrow(() => a.requireReader(caller({ authorization: basic('open sesame') })));
  assert.doesNotThrow(() => a.requireReader(caller({ authorization: `Bearer ${TOKEN}` })));
  assert.throws(() => a.requireReader(caller({ authorization: basic('open sesam') })), refused);
});

test('the password permits reading, not writing', () => {
  const a = access({ password: 'open sesame' });
  const sessions = a.signIn('open sesame', caller());
  assert.deepEqual(
    sessions.map(({ role }) => role),
    ['reader'],
  );
  const cookie = cookieFor(sessions);
  assert.doesNotThrow(() => a.requireReader(caller({ cookie })));
  assert.throws(() => writes(a, caller({ cookie })), refused);
});

test('a session under the other cookie, forged, expired, or of another key is invalid', () => {
  const key = Buffer.alloc(32, 1);
  const now = 1_000_000;
  const session = { role: 'reader', expiresS: now + 10, id: 'i'.repeat(22) } as const;
  const value = signSession(session, key);
  assert.deepEqual(readSession(value, key, now), session);
  assert.equal(readSession(value, key, now + 10), undefined);
  assert.equal(readSession(value, Buffer.alloc(32, 2), now), undefined);
  assert.equal(readSession(value.replace('reader', 'writer'), key, now), undefined);
  assert.equal(readSession(value.replace(String(now + 10), String(now + 99)), key, now), undefined);
  assert.equal(readSession(value.replace('iii', 'jjj'), key, now), undefined);
  for (const junk of [undefined, '', 'reader', 'reader.1.', `${value}x`, 'admin.9.x', 'x'.repeat(10_000)]) {
    assert.equal(readSession(junk, key, now), undefined);
  }
  const a = access({ password: 'open sesame' });
  const [reader] = a.signIn('open sesame', caller());
  assert.throws(() => writes(a, caller({ cookie: `${COOKIES.writer}=${reader?.value}` })), refused);
});

test('another token or another password ends all sessions', () => {
  const cookie = cookieFor(access({ password: 'open sesame' }).signIn(TOKEN, caller()));
  assert.equal(access({ password: 'open sesame' }).roleOf(caller({ cookie })), 'writer');
  const renewed = { ...RECORD, tokenSha256: sha256('a-new-token-of-mine').toString('hex') };
  for (const other of [
    access({ password: 'another password' }),
    access({ password: undefined }),
    access({ password: 'open sesame' }, renewed),
    access({ password: 'open sesame', token: 'a-token-in-the-settings' }),
  ]) {
    assert.equal(other.roleOf(caller({ cookie })), undefined);
  }
});

test('signing out ends that session on the server, copies of its cookies included, and no other', () => {
  const at = folder();
  const file = new AccessFile(at);
  const token = file.prepare({ withToken: true }) ?? '';
  const settings = { token: undefined, serviceKey: undefined, password: 'open sesame', trustLoopback: true };
  const a = new Access(settings, file);
  const cookie = cookieFor(a.signIn(token, caller()));
  const other = cookieFor(a.signIn(token, caller()));
  a.signOut(caller({ cookie }));
  for (const still of [a, new Access(settings, new AccessFile(at))]) {
    assert.equal(still.roleOf(caller({ cookie })), undefined);
    assert.throws(() => writes(still, caller({ cookie })), refused);
    assert.equal(still.roleOf(caller({ cookie: other })), 'writer');
  }
});

test('ending thousands of sessions ends all, and the file stays small', () => {
  const at = folder();
  const file = new AccessFile(at);
  file.prepare({ withToken: true });
  const later = Date.now() / 1_000 + 1_000;
  const full = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`session-${i}`, later]));
  const path = join(at, 'access.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ended: full }));
  const before = new AccessFile(at).read().sessionKey;
  const again = new AccessFile(at);
  again.endSession('one-more', later);
  assert.notEqual(again.read().sessionKey, before);
  assert.deepEqual(again.read().ended, {});
});

test('after five wrong attempts all are refused for a while, even the right one', () => {
  const a = access({ password: 'open sesame' });
  for (let i = 0; i < 5; i++) assert.throws(() => a.signIn(`guess ${i}`, caller()), refused);
  assert.throws(
    () => a.signIn('open sesame', caller()),
    (error: { code: string; retryAfterSeconds: number }) => {
      assert.equal(error.code, 'rate_limited');
      assert.ok(error.retryAfterSeconds >= 1 && error.retryAfterSeconds <= 12);
      return true;
    },
  );
  assert.equal(
    a.signIn('open sesame', caller({ client: '192.0.2.8' })).length,
    1,
    'others are not locked out',
  );
});

test('wrong bearer tokens are counted as attempts, for reading and for writing', () => {
  const limited = { code: 'rate_limited' };
  const guess = (n: number) => caller({ authorization: `Bearer guess-number-${n}` });
  const writer = access({ token: 'another-token-of-ours' });
  for (let i = 0; i < 5; i++) assert.throws(() => writes(writer, guess(i)), refused);
  assert.throws(() => writes(writer, guess(6)), limited);
  assert.throws(() => writes(writer, caller({ authorization: 'Bearer another-token-of-ours' })), limited);
  const reader = access({ password: 'open sesame' });
  for (let i = 0; i < 5; i++) {
    assert.throws(() => reader.requireReader(guess(i)), { code: 'unauthenticated' });
  }
  assert.throws(() => reader.requireReader(guess(6)), limited);
});

test('random secrets are accepted while others at the same address guess', () => {
  const a = access({ serviceKey: 'the-key-of-the-services' });
  for (let i = 0; i < 9; i++) {
    assert.throws(() => writes(a, caller({ authorization: `Bearer guess-${i}` })));
  }
  assert.equal(writes(a, caller({ authorization: 'Bearer the-key-of-the-services' })), 'secret');
  assert.equal(writes(a, caller({ authorization: `Bearer ${TOKEN}` })), 'secret');
});

test('attempts are limited over all addresses together', () => {
  const a = access({ password: 'open sesame' });
  let listened = 0;
  for (let i = 0; i < 200; i++) {
    try {
      a.signIn('guess', caller({ client: `198.51.100.${i}` }));
    } catch (error) {
      if ((error as { code: string }).code === 'permission_denied') listened++;
    }
  }
  assert.ok(listened <= 51, String(listened));
});

test('the first start makes a token and keeps its hash alone, for this user alone', () => {
  const at = folder();
  const file = new AccessFile(at);
  const made = file.prepare({ withToken: true });
  assert.ok(made !== undefined && made.length === 43);
  const text = readFileSync(join(at, 'access.json'), 'utf8');
  assert.ok(!text.includes(made));
  assert.equal(statSync(join(at, 'access.json')).mode & 0o777, 0o600);
  assert.equal(new AccessFile(at).prepare({ withToken: true }), undefined, 'shown once');
  const a = new Access(
    { token: undefined, serviceKey: undefined, password: undefined, trustLoopback: false },
    file,
  );
  assert.equal(writes(a, caller({ authorization: `Bearer ${made}` })), 'secret');
});

test('a renewed token ends the old one', () => {
  const file = new AccessFile(folder());
  const old = file.prepare({ withToken: true });
  const next = file.renewToken();
  const a = access({}, file.read() as typeof RECORD);
  assert.equal(writes(a, caller({ authorization: `Bearer ${next}` })), 'secret');
  assert.throws(() => writes(a, caller({ authorization: `Bearer ${old}` })), refused);
});

test('without a token of our own no hash is kept, and nothing counts as one', () => {
  const file = new AccessFile(folder());
  assert.equal(file.prepare({ withToken: false }), undefined);
  const a = new Access(
    { token: undefined, serviceKey: undefined, password: undefined, trustLoopback: false },
    file,
  );
  assert.throws(() => writes(a, caller({ authorization: 'Bearer undefined' })), refused);
});

test('a damaged access file is an error that says what to do, and grants nothing', () => {
  const at = folder();
  writeFileSync(join(at, 'access.json'), '{"sessionKey":');
  assert.throws(() => new AccessFile(at).prepare({ withToken: true }), /damaged: delete it/);
});
