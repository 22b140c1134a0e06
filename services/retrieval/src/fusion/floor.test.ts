import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COSINE_FLOORS, COVERAGE_FLOOR, isRelevant } from './floor.ts';
import type { SignalName } from './ranked-list.ts';

describe('the floor of relevance', () => {
  it('is reached by a hit that holds most of the words, whatever the vectors say', () => {
    assert.equal(isRelevant({ coverage: COVERAGE_FLOOR, cosines: { vec_chunks: 0.4 } }), true);
    assert.equal(isRelevant({ coverage: COVERAGE_FLOOR - 0.01, cosines: {} }), false);
  });

  it('is reached by any one semantic signal, each with its own cosine', () => {
    for (const [name, floor] of Object.entries(COSINE_FLOORS) as [SignalName, number][]) {
      assert.equal(isRelevant({ coverage: 0, cosines: { [name]: floor } }), true);
      assert.equal(isRelevant({ coverage: 0, cosines: { [name]: floor - 0.01 } }), false);
    }
  });

  it('is not reached by nothing', () => {
    assert.equal(isRelevant({ coverage: 0, cosines: {} }), false);
  });
});
