import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Journey } from '../model.ts';
import { journeyRuns } from './journey.ts';

const cell = (position: number, themeId: number, section = 0) => ({
  position,
  themeId,
  section,
  domainId: themeId === 0 ? 0 : 9,
  start: position * 1_000,
  passageId: 0,
  share: 0.5,
});
const themes = [{ id: 4, label: 'the sea' }] as Journey['themes'];

test('neighbouring cells of one theme are one run, up to the end of the book', () => {
  const cells = [cell(0, 4), cell(0.2, 4, 1), cell(0.5, 0, 2), cell(0.9, 4, 3)];
  assert.deepEqual(
    journeyRuns({ cells, themes }).map(({ label, from, to, section }) => [label, from, to, section]),
    [
      ['the sea', 0, 0.5, 0],
      ['', 0.5, 0.9, 2],
      ['the sea', 0.9, 1, 3],
    ],
  );
});

test('a book without cells has no runs', () => {
  assert.deepEqual(journeyRuns({ cells: [], themes }), []);
});
