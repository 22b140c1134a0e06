import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RELEVANCES } from '@libtrails/proto/values';
import fc from 'fast-check';
import { inCompany, relevanceOf, STRONG_SHARE, type Yardstick } from './relevance.ts';
import type { SignalDescription } from './signal-description.ts';
import { PASSAGES, TEXT_WORDS, WHOLE_BOOKS } from './signals.test-support.ts';

const { floor, strong, support } = PASSAGES.cosines;

const yardstick: Yardstick = {
  best: new Map<SignalDescription, number>([[TEXT_WORDS, 10]]),
  coverage: 1,
  literal: false,
  relevant: true,
};

describe('the relevance of one hit', () => {
  it('is strong from its strong cosine, fair from the floor, else weak', () => {
    const byChunk = (raw: number) => relevanceOf([{ signal: PASSAGES, raw }], yardstick);
    assert.equal(byChunk(strong), 'strong');
    assert.equal(byChunk(strong - 0.001), 'fair');
    assert.equal(byChunk(floor), 'fair');
    assert.equal(byChunk(floor - 0.001), 'weak');
  });

  it('is fair for the best hit of a relevant answer, however far', () => {
    const best = new Map([[PASSAGES, floor - 0.03]]);
    const hit = (below: number) =>
      relevanceOf([{ signal: PASSAGES, raw: floor - 0.03 - below }], { ...yardstick, best });
    assert.equal(hit(0), 'fair');
    assert.equal(hit(0.001), 'weak');
  });

  it('by word needs the words together and vectors that do not speak against it', () => {
    const hit = (raw: number, cosine: number, more: Partial<Yardstick> = {}) =>
      relevanceOf(
        [
          { signal: TEXT_WORDS, raw },
          { signal: PASSAGES, raw: cosine },
        ],
        { ...yardstick, ...more },
      );
    assert.equal(hit(9, support), 'strong');
    assert.equal(hit(9, support - 0.01), 'weak');
    assert.equal(hit(9, support - 0.01, { literal: true }), 'strong');
    assert.equal(hit(9, support, { coverage: 0.85 }), 'fair');
    assert.equal(hit(9, support, { coverage: 0.5 }), 'weak');
    assert.equal(hit(6, support), 'fair');
    assert.equal(hit(4, support), 'weak');
  });

  it('is strong by word only where the hit itself holds all the words', () => {
    const hit = (share: number) =>
      relevanceOf(
        [
          { signal: TEXT_WORDS, raw: 9, evidence: { kind: 'passage', id: 7 } },
          { signal: PASSAGES, raw: support },
        ],
        { ...yardstick, held: new Map([[7, share]]) },
      );
    assert.equal(hit(1), 'strong');
    assert.equal(hit(0.9), 'fair');
  });

  it('is checked by the company it is in', () => {
    const beside = (share: number, leads = false) => inCompany('strong', { share, leads }, false);
    assert.equal(beside(1), 'strong');
    assert.equal(beside(STRONG_SHARE), 'strong');
    assert.equal(beside(STRONG_SHARE - 0.01), 'fair');
    assert.equal(inCompany('strong', { share: 0.1, leads: false }, true), 'strong', 'quoted');
    assert.equal(inCompany('fair', { share: 1, leads: true }, false), 'strong');
    assert.equal(inCompany('fair', { share: 1, leads: false }, false), 'fair');
    assert.equal(inCompany('weak', { share: 1, leads: true }, false), 'weak');
  });

  it('is never more than weak where the whole answer is noise', () => {
    const hit = [{ signal: PASSAGES, raw: 0.99 }];
    assert.equal(relevanceOf(hit, { ...yardstick, relevant: false }), 'weak');
  });

  it('never falls with a better cosine', () => {
    const cosine = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(cosine, cosine, fc.boolean(), (a, b, literal) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((raw) =>
          RELEVANCES.indexOf(relevanceOf([{ signal: WHOLE_BOOKS, raw }], { ...yardstick, literal })),
        );
        assert.ok(more! <= less!);
      }),
    );
  });
});
