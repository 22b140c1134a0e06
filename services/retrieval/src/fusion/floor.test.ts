import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type BestEvidence,
  COVERAGE_FLOOR,
  isRelevant,
  type PassageEvidence,
  PIECES,
  sumOfEvidence,
  WEIGHTS,
} from './floor.ts';
import { LABELS, PASSAGES, WHOLE_BOOKS } from './signals.test-support.ts';

const nothing: BestEvidence = { coverage: 0, literal: false, cosines: new Map(), passages: undefined };
const far: PassageEvidence = {
  searched: 40_000,
  nearest: 0.55,
  agreeing: 0.5,
  unknown: true,
  respelt: false,
  words: 2,
  named: false,
};

describe('the floor of relevance', () => {
  it('is not reached by nothing', () => {
    assert.equal(isRelevant(nothing), false);
  });

  it('is reached by one word, or what stands in the text as typed, whatever else there is', () => {
    const literal = { ...nothing, literal: true, passages: far };
    assert.equal(isRelevant({ ...literal, coverage: 1 }), true);
    assert.equal(isRelevant({ ...literal, coverage: COVERAGE_FLOOR - 0.01 }), false);
  });

  it('weighs every piece of evidence there is, and no other', () => {
    assert.deepEqual(Object.keys(WEIGHTS), Object.keys(PIECES));
  });

  it('refuses words that are unknown or stand together by chance, far from what is meant', () => {
    assert.equal(isRelevant({ ...nothing, coverage: 0.5, passages: far }), false);
  });

  it('is reached where words and meaning agree', () => {
    const passages = { ...far, nearest: 0.68, agreeing: 0.68, unknown: false };
    assert.equal(isRelevant({ ...nothing, coverage: 1, passages }), true);
  });

  it('asks more of many passages than of few', () => {
    assert.ok(sumOfEvidence({ ...far, searched: 160 }, 0.5) > sumOfEvidence(far, 0.5));
  });

  it('never says no to more of what speaks for the answer', () => {
    const cosine = fc.double({ min: 0.4, max: 0.9, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(cosine, cosine, cosine, fc.boolean(), share, (a, b, agreeing, unknown, coverage) => {
        const sum = (nearest: number) => sumOfEvidence({ ...far, nearest, agreeing, unknown }, coverage);
        assert.ok(sum(Math.max(a, b)) >= sum(Math.min(a, b)));
      }),
    );
  });
});

describe('the floors where words or meaning alone were asked', () => {
  it('are reached by a hit that holds most of the words', () => {
    assert.equal(isRelevant({ ...nothing, coverage: COVERAGE_FLOOR }), true);
    assert.equal(isRelevant({ ...nothing, coverage: COVERAGE_FLOOR - 0.01, literal: true }), false);
  });

  it('are not reached by several words that stand together by chance, but by one word or a quotation', () => {
    const { support } = PASSAGES.cosines;
    const cosines = new Map([[PASSAGES, support - 0.01]]);
    assert.equal(isRelevant({ ...nothing, coverage: 1, cosines }), false);
    assert.equal(isRelevant({ ...nothing, coverage: 1, literal: true, cosines }), true);
    assert.equal(isRelevant({ ...nothing, coverage: 1, cosines: new Map([[PASSAGES, support]]) }), true);
  });

  it('are reached by any one semantic signal, each with its own cosine', () => {
    for (const signal of [LABELS, WHOLE_BOOKS, PASSAGES]) {
      const { floor } = signal.cosines;
      assert.equal(isRelevant({ ...nothing, cosines: new Map([[signal, floor]]) }), true);
      assert.equal(isRelevant({ ...nothing, cosines: new Map([[signal, floor - 0.01]]) }), false);
    }
  });
});
