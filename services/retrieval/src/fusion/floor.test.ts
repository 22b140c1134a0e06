import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COSINE_FLOORS, COVERAGE_FLOOR, isRelevant, SUPPORT_FLOOR } from './floor.ts';
import type { SignalName } from './ranked-list.ts';

describe('the floor of relevance', () => {
  it('is reached by a hit that holds most of the words', () => {
    assert.equal(isRelevant({ coverage: COVERAGE_FLOOR, literal: false, cosines: {} }), true);
    assert.equal(isRelevant({ coverage: COVERAGE_FLOOR - 0.01, literal: true, cosines: {} }), false);
  });

  it('is not reached by several words that stand together by chance, but by one word or a quotation', () => {
    const cosines = { vec_chunks: SUPPORT_FLOOR - 0.01 };
    assert.equal(isRelevant({ coverage: 1, literal: false, cosines }), false);
    assert.equal(isRelevant({ coverage: 1, literal: true, cosines }), true);
    assert.equal(isRelevant({ coverage: 1, literal: false, cosines: { vec_chunks: SUPPORT_FLOOR } }), true);
  });

  it('is reached by any one semantic signal, each with its own cosine', () => {
    for (const [name, floor] of Object.entries(COSINE_FLOORS) as [SignalName, number][]) {
      assert.equal(isRelevant({ coverage: 0, literal: false, cosines: { [name]: floor } }), true);
      assert.equal(isRelevant({ coverage: 0, literal: false, cosines: { [name]: floor - 0.01 } }), false);
    }
  });

  it('is not reached by nothing', () => {
    assert.equal(isRelevant({ coverage: 0, literal: false, cosines: {} }), false);
  });
});
