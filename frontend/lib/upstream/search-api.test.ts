import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHttp } from './search-api.ts';

test('an HTTP answer takes the form of the gRPC answer', () => {
  const answer = fromHttp({
    query: 'sea',
    scope: 'passages',
    mode: 'hybrid',
    total: 1,
    relevant: true,
    degraded: false,
    tookMs: { total: 4, embed: 1, signals: { fts_chunks: 2 }, fuse: 0.1 },
    results: [
      {
        rank: 1,
        score: 0.016,
        passage: {
          id: 9,
          bookId: 3,
          section: { index: 0, title: 'One', kind: 'body' },
          start: 0,
          end: 7,
          text: 'the sea',
          highlights: [[4, 7]],
          position: 0,
          opening: 'the-sea',
          sentences: [[0, 7]],
        },
      },
    ],
  });
  assert.equal(answer.scope, 'PASSAGES');
  assert.equal(answer.mode, 'HYBRID');
  assert.deepEqual(answer.degradedReasons, []);
  assert.deepEqual(answer.results[0]?.passage?.highlights, [{ start: 4, end: 7 }]);
  assert.deepEqual(answer.results[0]?.passage?.sentences, [{ start: 0, end: 7 }]);
  assert.deepEqual(answer.results[0]?.signals, []);
  assert.deepEqual(answer.foundInside, []);
  assert.equal(answer.results[0]?.book, null);
});
