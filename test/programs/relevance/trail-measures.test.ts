import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureTrail } from './trail-measures.ts';

const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));
const steps = (...places: number[]) => places.map((degrees, i) => ({ id: i, book: i, vector: at(degrees) }));
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

test('an even walk from start to goal is smooth, always goes on, and leaves its start behind', () => {
  const figures = measureTrail(steps(0, 30, 60, 90), at(0), at(90));
  near(figures.smoothness, Math.cos(Math.PI / 6));
  near(figures['weakest link'], Math.cos(Math.PI / 6));
  assert.equal(figures.progress, 1);
  assert.equal(figures.books, 1);
  near(figures.about, (1 + Math.cos(Math.PI / 6)) / 2);
  near(figures.novelty, 1 - (0.5 + 0.5 + 0) / 3);
});

test('a step back is no progress, a leap is the weakest link, a book twice counts once', () => {
  const [a, b, c] = steps(0, 60, 30);
  const figures = measureTrail([a!, b!, { ...c!, book: 0 }], at(0), at(90));
  assert.equal(figures.progress, 0.5);
  near(figures['weakest link'], 0.5);
  near(figures.books, 2 / 3);
});
