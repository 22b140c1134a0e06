import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interval, mean, pairedP } from './statistics.ts';

describe('an interval', () => {
  it('holds the mean and narrows with more values', () => {
    const few = [0, 1, 0, 1, 1, 0, 1, 0];
    const many = Array.from({ length: 40 }, () => few).flat();
    const width = ([low, high]: [number, number]) => high - low;
    const [low, high] = interval(few);
    assert.ok(low <= mean(few) && mean(few) <= high);
    assert.ok(width(interval(many)) < width(interval(few)) / 4);
  });

  it('is near the normal one for many values', () => {
    const values = Array.from({ length: 400 }, (_, i) => i % 2);
    const [low, high] = interval(values);
    const expected = (1.96 * 0.5) / Math.sqrt(400);
    assert.ok(Math.abs(high - low - 2 * expected) < 0.01);
  });
});

describe('the paired test', () => {
  it('finds a difference that is in every pair, and none where there is none', () => {
    const a = Array.from({ length: 30 }, (_, i) => i / 30);
    assert.ok(
      pairedP(
        a,
        a.map((value) => value - 0.1),
      ) < 0.01,
    );
    assert.equal(pairedP(a, a), 1);
  });

  it('does not take a few lucky pairs for a difference', () => {
    const a = [1, 0, 1, 0, 1, 0, 1, 1];
    const b = [0, 1, 0, 1, 0, 1, 1, 1];
    assert.ok(pairedP(a, b) > 0.5);
  });

  it('refuses values that are not pairs', () => {
    assert.throws(() => pairedP([1], [1, 2]), /can't be paired/);
  });
});
