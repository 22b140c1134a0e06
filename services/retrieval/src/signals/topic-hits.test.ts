import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Store } from '../store/store.ts';
import { parseQuery } from './fts-query.ts';
import { rankByPassages } from './passage-hits.ts';
import { questionOf } from './signal.ts';
import { rankByTopics } from './topic-hits.ts';

const BIG = 2 ** 33;
const FOR_WORDS = { family: 'keyword', floor: 0 } as const;

/** Topics 1 and 2 lead to two things whose ids are 2^24 apart, so that sums of shifted ids would be equal. */
const store = {
  links: {
    booksByTopic: async () => [
      [1, BIG + 2 ** 24, 1],
      [2, BIG, 1],
    ],
    passagesByTopic: async () => [
      [1, BIG + 2 ** 24, 7, 1],
      [2, BIG, 7, 1],
    ],
    themesByPassage: async () => [
      [BIG + 1, 2 ** 20 + 5, 1],
      [BIG + 2, 5, 1],
    ],
  },
  vectors: { relativeLengths: async () => () => 1 },
} as unknown as Store;

for (const scope of ['books', 'passages'] as const) {
  test(`topics lead to every one of the ${scope}, however large the ids are`, async () => {
    const hits = [1, 2].map((id) => ({ id, owner: id, raw: 3 - id }));
    const ranked = await rankByTopics(hits, questionOf(parseQuery('sea'), scope), store, FOR_WORDS);
    assert.deepEqual(
      ranked.map(({ id, evidence }) => [id, evidence.id]),
      [
        [BIG + 2 ** 24, 1],
        [BIG, 2],
      ],
    );
  });
}

test('passages lead to every theme, however large the ids are', async () => {
  const hits = [1, 2].map((i) => ({ id: BIG + i, owner: 7, raw: 3 - i }));
  const ranked = await rankByPassages(hits, questionOf(parseQuery('sea'), 'themes'), store, FOR_WORDS);
  assert.deepEqual(
    ranked.map(({ id }) => id),
    [2 ** 20 + 5, 5],
  );
});
