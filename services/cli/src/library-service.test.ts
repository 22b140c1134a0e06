import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startShelfService } from '@libtrails/retrieval/service.test-support';
import { deleteThroughService, pauseThroughService, resumeThroughService } from './library-service.ts';

test('a book is deleted through the service that has it, and not through that of another library', async () => {
  const service = await startShelfService();
  try {
    const to = { to: service.grpc };
    const id = await service.addBook('mine.epub', 'Mine');
    const books = () => service.library.db.prepare('SELECT file_name FROM sources').pluck().all();
    await assert.rejects(deleteThroughService({ id, fileName: 'yours.epub' }, to), {
      code: 'failed_precondition',
      message: /serves another library.*Nothing was deleted/,
    });
    assert.ok(books().includes('mine.epub'));
    await deleteThroughService({ id, fileName: 'mine.epub' }, to);
    assert.ok(!books().includes('mine.epub'));
  } finally {
    await service.stop();
  }
});

test('indexing is paused and resumed through the service', async () => {
  const service = await startShelfService();
  try {
    const to = { to: service.grpc };
    const paused = async () =>
      ((await (await fetch(`${service.api}/status`)).json()) as { indexingPaused: boolean }).indexingPaused;
    assert.deepEqual(await pauseThroughService(to), { paused: true });
    assert.equal(await paused(), true);
    assert.deepEqual(await resumeThroughService(to), { paused: false });
    assert.equal(await paused(), false);
  } finally {
    await service.stop();
  }
});
