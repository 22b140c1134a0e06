import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { normalise } from '../topics/vectors.ts';
import { layOut } from './layout.ts';
import { principalComponents } from './principal-components.ts';
import { seededRandom } from './random.ts';

const DIMS = 32;
const GROUPS = 12;
const OF_A_GROUP = 10;

/** More groups of like vectors than three axes can tell apart. */
function groups(): Float32Array[] {
  const random = seededRandom(7);
  const direction = () => Float32Array.from({ length: DIMS }, () => random() - 0.5);
  return Array.from({ length: GROUPS }, direction).flatMap((centre) =>
    Array.from({ length: OF_A_GROUP }, () => {
      const away = direction();
      return normalise(centre.map((value, d) => value + 0.5 * away[d]!));
    }),
  );
}

/** Share of the nearest points on screen that are of the same group. */
function kept(points: readonly (readonly number[])[]): number {
  let own = 0;
  points.forEach((point, i) => {
    const near = points
      .map((other, j) => ({ j, distance: Math.hypot(...other.map((value, axis) => value - point[axis]!)) }))
      .filter(({ j }) => j !== i)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, OF_A_GROUP - 1);
    own += near.filter(({ j }) => Math.floor(j / OF_A_GROUP) === Math.floor(i / OF_A_GROUP)).length;
  });
  return own / (points.length * (OF_A_GROUP - 1));
}

describe('the layout of themes', () => {
  const vectors = groups();

  for (const axes of [2, 3] as const) {
    it(`keeps what is alike together in ${axes} dimensions, better than principal components`, () => {
      const share = kept(layOut(vectors, axes));
      assert.ok(share > 0.9, `${share}`);
      assert.ok(share > kept(principalComponents(vectors, axes)));
    });
  }

  it('is the same every time, within -1 and 1, with no point on another', () => {
    const points = layOut(vectors, 2);
    assert.deepEqual(layOut(vectors, 2), points);
    assert.ok(points.flat().every((value) => Math.abs(value) <= 1));
    assert.equal(new Set(points.map(String)).size, points.length);
  });

  it('has a place for one theme, for none, and for equal ones', () => {
    assert.deepEqual(layOut([], 3), []);
    assert.deepEqual(layOut([vectors[0]!], 2), [[0, 0]]);
    const equal = Array.from({ length: 9 }, () => vectors[0]!);
    assert.ok(layOut(equal, 3).flat().every(Number.isFinite));
  });
});
