import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from './settings.ts';

test('without any variable the defaults are those of one machine', () => {
  const settings = readSettings({});
  assert.equal(settings.embedding, '127.0.0.1:50051');
  assert.equal(settings.retrieval, '127.0.0.1:50052');
  assert.equal(settings.healthPort, 8090);
  assert.equal(settings.scanMs, 60_000);
  assert.equal(settings.cache?.maxBytes, 1024 * 1024 * 1024);
});

test('the cache can be switched off and moved', () => {
  assert.equal(readSettings({ INDEXER_CACHE: 'no' }).cache, undefined);
  assert.equal(readSettings({ LIBTRAILS_CACHE_DIR: '/x' }).cache?.dir, '/x');
});

test('a wrong value is refused with the name of its variable', () => {
  assert.throws(() => readSettings({ INDEXER_HEALTH_PORT: 'warm' }), /INDEXER_HEALTH_PORT=warm/);
  assert.throws(() => readSettings({ INDEXER_SCAN_SECONDS: '0' }), /INDEXER_SCAN_SECONDS=0/);
});

test('a language model is asked only where its address is set', () => {
  assert.equal(readSettings({ INDEXER_LLM_MODEL: 'small' }).llm, undefined);
  const { llm } = readSettings({ INDEXER_LLM_URL: 'http://127.0.0.1:8080/v1', INDEXER_LLM_PRICE_IN: '0.5' });
  assert.equal(llm?.batch, 20);
  assert.deepEqual(llm?.price, { input: 0.5, output: 0 });
  assert.throws(() => readSettings({ INDEXER_LLM_URL: 'file:///etc/passwd' }), /INDEXER_LLM_URL/);
});

test('a Calibre library is named after the folder that Calibre sees', () => {
  assert.equal(readSettings({}).calibre, undefined);
  assert.equal(readSettings({ INDEXER_CALIBRE: '' }).calibre, undefined);
  const calibre = (path: string) =>
    readSettings({
      INDEXER_CALIBRE: '/calibre',
      INDEXER_CALIBRE_PATH: path,
      INDEXER_CALIBRE_COLUMNS: 'a, #b,',
    }).calibre;
  assert.deepEqual(calibre(''), { folder: '/calibre', name: 'calibre', columns: ['a', '#b'] });
  assert.equal(calibre('/home/ann/Calibre Library/')?.name, 'Calibre Library');
  assert.equal(calibre('C:\\Books\\Sea')?.name, 'Sea');
  const shelf = { INDEXER_CALIBRE: '/calibre', INDEXER_STARTER_SHELF: '/starter' };
  assert.equal(readSettings(shelf).starterShelf, undefined);
});
