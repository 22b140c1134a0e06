import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress } from './progress.ts';

function recorder(isTTY: boolean) {
  const written: string[] = [];
  return { written, out: { isTTY, write: (text: string) => written.push(text) > 0 } };
}

test('each step is a numbered line with its result', () => {
  const { written, out } = recorder(false);
  const progress = new Progress(2, out);
  progress.begin('Model');
  progress.end('ready');
  progress.begin('Index');
  progress.end('12 books');
  assert.deepEqual(written, [
    '[1/2] Model ...\n',
    '[1/2] Model: ready\n',
    '[2/2] Index ...\n',
    '[2/2] Index: 12 books\n',
  ]);
});

test('on a terminal a step has one line; in a log it does not repeat itself every moment', () => {
  const terminal = recorder(true);
  const onTerminal = new Progress(1, terminal.out);
  onTerminal.begin('Index');
  onTerminal.note('1 of 12 books');
  onTerminal.note('2 of 12 books');
  assert.equal(terminal.written.length, 3);
  assert.ok(terminal.written.every((text) => text.startsWith('\r') && !text.endsWith('\n')));
  const log = recorder(false);
  const inLog = new Progress(1, log.out);
  inLog.begin('Index');
  for (let book = 1; book <= 12; book++) inLog.note(`${book} of 12 books`);
  assert.equal(log.written.length, 1);
});
