import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bulkProcesses, thisMachine } from './process-count.ts';

const GIB = 2 ** 30;

test('one core, or 1 GB of memory, has one process for everything', () => {
  assert.equal(bulkProcesses({ cores: 1, memoryBytes: 64 * GIB }), 0);
  assert.equal(bulkProcesses({ cores: 8, memoryBytes: GIB }), 0);
});

test('each core has a process for books, as far as memory goes', () => {
  assert.equal(bulkProcesses({ cores: 2, memoryBytes: 4 * GIB }), 2);
  assert.equal(bulkProcesses({ cores: 8, memoryBytes: 16 * GIB }), 8);
  assert.equal(bulkProcesses({ cores: 8, memoryBytes: 2 * GIB }), 4);
  assert.equal(bulkProcesses({ cores: 64, memoryBytes: 64 * GIB }), 8);
});

test('this machine has a core and some memory', () => {
  const { cores, memoryBytes } = thisMachine();
  assert.ok(cores >= 1);
  assert.ok(memoryBytes > GIB / 8 && memoryBytes < 2 ** 50);
});
