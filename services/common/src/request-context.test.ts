import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { authMetadata } from './grpc-client.ts';
import { currentRequestId, REQUEST_ID, requestIdOf, withRequestId } from './request-context.ts';

test('a valid id from the caller is kept; anything else it sends stays out of the log', () => {
  assert.equal(requestIdOf('7f0c-a_good-id'), '7f0c-a_good-id');
  for (const given of [undefined, '', 'short', 'x'.repeat(65), 'two\nlines-of-log', '{"level":"fatal"}'])
    assert.match(requestIdOf(given), /^[\da-f]{8}-[\da-f-]{27}$/);
});

test('the id is passed to the next service, across awaits', async () => {
  const sent = await withRequestId('request-one', async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return authMetadata(undefined).get(REQUEST_ID);
  });
  assert.deepEqual(sent, ['request-one']);
  assert.equal(currentRequestId(), undefined);
  assert.deepEqual(authMetadata(undefined).get(REQUEST_ID), []);
});

test('a line of the log is JSON that names service and request', () => {
  const from = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const script = `
    const { createLogger } = await import(${from('./log.ts')});
    const { withRequestId } = await import(${from('./request-context.ts')});
    const log = createLogger('retrieval', 'info');
    withRequestId('request-one', () => log.info('within'));
    log.info('outside');`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const [within, outside] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    [within.service, within.level, within.requestId, within.msg],
    ['retrieval', 'info', 'request-one', 'within'],
  );
  assert.equal('requestId' in outside, false);
});
