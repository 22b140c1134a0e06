import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackupStage } from './backup-stage.ts';

test('a backup is named or stopped, never both', () => {
  const named = new BackupStage();
  assert.equal(named.name(), true);
  named.stop();
  assert.equal(new BackupStage(named.cell).stopped, false);
  const stopped = new BackupStage();
  stopped.stop();
  const other = new BackupStage(stopped.cell);
  assert.deepEqual([other.stopped, other.name()], [true, false]);
});
