import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cosine } from './path.ts';
import { strongestDirection } from './strongest-direction.ts';

describe('the strongest direction', () => {
  it('is the one along which most of the difference lies, whatever else varies', () => {
    const rows = [
      [3, 0.1, 0],
      [-3, 0, 0.2],
      [2, -0.1, 0.1],
      [-2, 0.1, -0.2],
    ].map((row) => Float32Array.from(row));
    const direction = strongestDirection(rows, 3);
    assert.ok(Math.abs(direction[0]!) > 0.99, `${[...direction]}`);
  });

  it('is zero for no rows and for rows that are all the same as the mean', () => {
    assert.deepEqual(strongestDirection([], 2), new Float32Array(2));
    assert.deepEqual(strongestDirection([new Float32Array(2)], 2), new Float32Array(2));
  });

  it('takes at least as much of the rows’ squares as an axis does', () => {
    const component = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(component, { minLength: 4, maxLength: 4 }), { minLength: 1 }),
        (drawn) => {
          const rows = drawn.map((row) => Float32Array.from(row));
          const best = along(rows, strongestDirection(rows, 4));
          for (let d = 0; d < 4; d += 1) {
            const axis = new Float32Array(4);
            axis[d] = 1;
            assert.ok(best >= along(rows, axis) - 1e-4, `${best} < ${along(rows, axis)}`);
          }
        },
      ),
    );
  });
});

const along = (rows: readonly Float32Array[], direction: Float32Array) =>
  rows.reduce((sum, row) => sum + cosine(row, direction) ** 2, 0);
