import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstTokenOnly } from './first-token-graph.ts';

test('what is no model, or is built otherwise, is refused', () => {
  assert.throws(() => firstTokenOnly(new Uint8Array()), /no graph/);
  // A model whose graph is empty.
  assert.throws(() => firstTokenOnly(Uint8Array.of(0x3a, 0x00)), /not built as expected/);
});
