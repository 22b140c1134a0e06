import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bestPath, between, type Candidate, cosine, type Placed, SAME_COSINE, unit } from './path.ts';

const DIMS = 8;
const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: DIMS, maxLength: DIMS })
  .filter((values) => Math.hypot(...values) > 0.1)
  .map((values) => unit(Float32Array.from(values)));
const layers = fc
  .array(fc.array(fc.tuple(vector, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((shape) => {
    let id = 0;
    return shape.map((layer) =>
      layer.map(([v, book]): Placed => ({ candidate: { id: ++id, book, vector: v }, fit: v[0]! })),
    );
  });

describe('a path', () => {
  it('takes one candidate of each layer, no book and no text twice', () => {
    fc.assert(
      fc.property(layers, (shape) => {
        const { steps } = bestPath(shape);
        for (const [i, step] of steps.entries()) {
          assert.ok(shape[i]!.some(({ candidate }) => candidate === step));
          for (const other of steps.slice(0, i)) {
            assert.notEqual(other.book, step.book);
            assert.ok(cosine(other.vector, step.vector) < SAME_COSINE);
          }
        }
      }),
    );
  });

  it('is the same whatever the order of the candidates', () => {
    fc.assert(
      fc.property(layers, (shape) => {
        const turned = shape.map((layer) => [...layer].reverse());
        const ids = (path: readonly Candidate[]) => path.map(({ id }) => id);
        assert.deepEqual(ids(bestPath(turned).steps), ids(bestPath(shape).steps));
      }),
    );
  });

  it('is nearly the best of all paths where the beam holds them all', () => {
    fc.assert(
      fc.property(
        layers.filter((shape) => shape.reduce((paths, layer) => paths * layer.length, 1) <= 24),
        (shape) => {
          const all = shape.reduce<Candidate[][]>(
            (paths, layer) => paths.flatMap((path) => layer.map(({ candidate }) => [...path, candidate])),
            [[]],
          );
          // A path of given steps is the only one through layers of one candidate each.
          const scores = all.flatMap((path) => {
            const { steps, score } = bestPath(
              path.map((candidate, i) => shape[i]!.filter((placed) => placed.candidate === candidate)),
            );
            return steps.length === shape.length ? [score] : [];
          });
          const found = bestPath(shape);
          if (scores.length === 0) assert.ok(found.steps.length < shape.length);
          else assert.ok(Math.abs(found.score - Math.max(...scores)) < 1e-9);
        },
      ),
    );
  });

  it('goes a longer way rather than leap', () => {
    const placed = (id: number, x: number, y: number, fit: number): Placed => {
      const vector = new Float32Array(DIMS);
      vector[0] = x;
      vector[1] = y;
      return { candidate: { id, book: id, vector: unit(vector) }, fit };
    };
    const fitting = placed(2, 0.1, 1, 1);
    const between = placed(3, 0.6, 1, 0.5);
    const { steps } = bestPath([[placed(1, 1, 0, 0)], [fitting, between]]);
    assert.deepEqual(
      steps.map(({ id }) => id),
      [1, 3],
    );
  });

  it('prefers passages that share a topic', () => {
    const near = (id: number, angle: number): Placed => ({
      candidate: { id, book: id, vector: Float32Array.of(Math.cos(angle), Math.sin(angle)) },
      fit: 0,
    });
    const shape = [[near(1, 0)], [near(2, 1.2), near(3, -1.2)]];
    assert.deepEqual(
      bestPath(shape, (_, b) => (b === 3 ? 1 : 0)).steps.map(({ id }) => id),
      [1, 3],
    );
  });
});

describe('a point between two directions', () => {
  it('has length 1 and moves evenly from one to the other', () => {
    fc.assert(
      fc.property(vector, vector, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        fc.pre(Math.abs(cosine(a, b)) < 0.99);
        const point = between(a, b, share);
        const angle = (u: Float32Array, v: Float32Array) => Math.acos(Math.min(1, cosine(u, v)));
        assert.ok(Math.abs(cosine(point, point) - 1) < 1e-4);
        assert.ok(Math.abs(angle(a, point) - share * angle(a, b)) < 2e-3);
      }),
    );
  });
});
