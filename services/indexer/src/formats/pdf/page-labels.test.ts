import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageLabels } from './page-labels.ts';

test('pages are called as the file says, else as they are numbered in print, else by count', () => {
  assert.deepEqual(pageLabels(['i', 'ii', '1'], ['', '', '1']), ['i', 'ii', '1']);
  assert.deepEqual(pageLabels(['1', '2', '3', '4', '5'], ['', 'iv', '11', '12', '13']), [
    '9',
    '10',
    '11',
    '12',
    '13',
  ]);
  assert.deepEqual(pageLabels(['', '', ''], ['7', '', '']), ['1', '2', '3']);
});
