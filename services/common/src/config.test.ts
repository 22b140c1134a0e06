import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { ConfigError, commonSettings, flag, integer, port, readConfig } from './config.ts';

const schema = z.object({ PORT: port(3000), LIMIT: integer(8, 1, 64), ON: flag(false), ...commonSettings });

test('unset and empty variables take their default', () => {
  const config = readConfig(schema, { PORT: '', OTHER: 'ignored' });
  assert.deepEqual(
    [config.PORT, config.LIMIT, config.ON, config.LIBTRAILS_HOST],
    [3000, 8, false, '127.0.0.1'],
  );
});

test('every wrong variable is named with its value', () => {
  assert.throws(
    () => readConfig(schema, { PORT: '70000', LIMIT: 'many', LIBTRAILS_TOKEN: 'short' }),
    (error: unknown) =>
      error instanceof ConfigError &&
      /PORT=70000/.test(error.message) &&
      /LIMIT=many/.test(error.message) &&
      /LIBTRAILS_TOKEN=\(not shown\)/.test(error.message),
  );
});

test('flags read as words and digits', () => {
  for (const [text, value] of [
    ['true', true],
    ['1', true],
    ['yes', true],
    ['no', false],
    ['0', false],
  ] as const) {
    assert.equal(readConfig(schema, { ON: text }).ON, value);
  }
});
