import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { COSINE_FLOORS, SUPPORT_FLOOR } from './floor.ts';
import { RELEVANCE, relevanceOf, STRONG_COSINES, type Yardstick } from './relevance.ts';

const yardstick: Yardstick = { best: { fts_chunks: 10 }, coverage: 1, literal: false, relevant: true };

describe('the relevance of one hit', () => {
  it('is strong from its strong cosine, fair from the floor, else weak', () => {
    const byChunk = (raw: number) => relevanceOf([{ signal: 'vec_chunks', raw }], yardstick);
    assert.equal(byChunk(STRONG_COSINES.vec_chunks!), 'strong');
    assert.equal(byChunk(STRONG_COSINES.vec_chunks! - 0.001), 'fair');
    assert.equal(byChunk(COSINE_FLOORS.vec_chunks!), 'fair');
    assert.equal(byChunk(COSINE_FLOORS.vec_chunks! - 0.001), 'weak');
  });

  it('is fair for the best hit of a relevant answer, however far', () => {
    const best = { vec_chunks: COSINE_FLOORS.vec_chunks! - 0.03 };
    const hit = (below: number) =>
      relevanceOf([{ signal: 'vec_chunks', raw: best.vec_chunks - below }], { ...yardstick, best });
    assert.equal(hit(0), 'fair');
    assert.equal(hit(0.001), 'weak');
  });

  it('by word needs the words together and vectors that do not speak against it', () => {
    const hit = (raw: number, cosine: number, more: Partial<Yardstick> = {}) =>
      relevanceOf(
        [
          { signal: 'fts_chunks', raw },
          { signal: 'vec_chunks', raw: cosine },
        ],
        { ...yardstick, ...more },
      );
    assert.equal(hit(9, SUPPORT_FLOOR), 'strong');
    assert.equal(hit(9, SUPPORT_FLOOR - 0.01), 'weak');
    assert.equal(hit(9, SUPPORT_FLOOR - 0.01, { literal: true }), 'strong');
    assert.equal(hit(9, SUPPORT_FLOOR, { coverage: 0.85 }), 'fair');
    assert.equal(hit(9, SUPPORT_FLOOR, { coverage: 0.5 }), 'weak');
    assert.equal(hit(6, SUPPORT_FLOOR), 'fair');
    assert.equal(hit(4, SUPPORT_FLOOR), 'weak');
  });

  it('is never more than weak where the whole answer is noise', () => {
    const hit = [{ signal: 'vec_chunks', raw: 0.99 } as const];
    assert.equal(relevanceOf(hit, { ...yardstick, relevant: false }), 'weak');
  });

  it('never falls with a better cosine', () => {
    const cosine = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(cosine, cosine, fc.boolean(), (a, b, literal) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((raw) =>
          RELEVANCE.indexOf(relevanceOf([{ signal: 'vec_books', raw }], { ...yardstick, literal })),
        );
        assert.ok(more! <= less!);
      }),
    );
  });
});
