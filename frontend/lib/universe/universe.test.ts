import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { domainParts, select, toggle, topBooks } from './selection.ts';
import { type Cloud, emptyProjection, type Lens, type Size } from './stage/geometry.ts';
import { labelBudget, MAX_LABELS, MIN_TARGET_PX, placeLabels } from './stage/label-placement.ts';
import { mapLens } from './stage/map-lens.ts';
import { themeAt, themesInLasso, themesInRectangle } from './stage/picking.ts';
import { spaceLens } from './stage/space-lens.ts';
import { makeUniverse } from './universe.ts';
import { parsePlace, placeUrl } from './universe-url.ts';

const SIZE: Size = { width: 900, height: 600 };
const all = () => true;
const at = (values: Float32Array, i: number): number => values[i] ?? Number.NaN;

/** Themes on a spiral through the whole space. */
function cloudOf(count: number): Cloud {
  const cloud: Cloud = {
    count,
    space: new Float32Array(count * 3),
    map: new Float32Array(count * 2),
    weight: new Float32Array(count).fill(2),
  };
  for (let i = 0; i < count; i++) {
    const t = i / Math.max(1, count - 1);
    cloud.space.set([Math.cos(9 * t), 2 * t - 1, Math.sin(9 * t)], i * 3);
    cloud.map.set([Math.cos(9 * t) * t, Math.sin(9 * t) * t], i * 2);
  }
  return cloud;
}

function behavesAsALens<C>(name: string, lens: Lens<C>): void {
  const cloud = cloudOf(200);
  const whole = lens.fit(cloud, [], SIZE, undefined);

  test(`${name}: what is fitted is on the stage`, () => {
    const out = emptyProjection(cloud.count);
    lens.project(cloud, whole, SIZE, out);
    for (let i = 0; i < cloud.count; i++) {
      assert.ok(at(out.radius, i) > 0);
      assert.ok(at(out.x, i) >= 0 && at(out.x, i) <= SIZE.width, `x ${at(out.x, i)}`);
      assert.ok(at(out.y, i) >= 0 && at(out.y, i) <= SIZE.height, `y ${at(out.y, i)}`);
    }
  });

  test(`${name}: a theme that is approached is in the middle, and nearer than before`, () => {
    const near = lens.approach(cloud, 77, whole);
    const out = emptyProjection(cloud.count);
    lens.project(cloud, near, SIZE, out);
    assert.ok(
      Math.abs(at(out.x, 77) - SIZE.width / 2) < 0.01 && Math.abs(at(out.y, 77) - SIZE.height / 2) < 0.01,
    );
    assert.ok(lens.level(near, whole) > 1.5);
  });

  test(`${name}: an address brings the same view back`, () => {
    const moved = lens.zoom(lens.drag(whole, 40, -25, SIZE), 1.7, { x: 100, y: 500 }, SIZE);
    const text = lens.write(moved);
    assert.match(text, /^[sm][-\d._]+$/);
    assert.equal(lens.write(lens.read(text) as C), text);
    assert.equal(lens.read('s1_2'), undefined);
    assert.equal(lens.read('nonsense'), undefined);
  });

  test(`${name}: a flight begins and ends where it should`, () => {
    const near = lens.approach(cloud, 3, whole);
    assert.equal(lens.write(lens.interpolate(whole, near, 0)), lens.write(whole));
    assert.equal(lens.write(lens.interpolate(whole, near, 1)), lens.write(near));
  });
}
behavesAsALens('space', spaceLens);
behavesAsALens('map', mapLens);

test('what is fitted in space stays on the stage while it is turned, and fills it', () => {
  const cloud = cloudOf(200);
  const out = emptyProjection(cloud.count);
  for (const size of [SIZE, { width: 360, height: 640 }]) {
    const whole = spaceLens.fit(cloud, [], size, undefined);
    let [widest, highest] = [0, 0];
    for (let turn = 0; turn < 16; turn++) {
      spaceLens.project(cloud, { ...whole, yaw: whole.yaw + (turn * Math.PI) / 8 }, size, out);
      for (let i = 0; i < cloud.count; i++) {
        widest = Math.max(widest, Math.abs(at(out.x, i) / size.width - 0.5));
        highest = Math.max(highest, Math.abs(at(out.y, i) / size.height - 0.5));
      }
    }
    assert.ok(widest < 0.5 && highest < 0.5, `${widest} ${highest}`);
    assert.ok(Math.max(widest, highest) > 0.44, `${widest} ${highest}`);
  }
});

test('zooming the map keeps what is under the pointer under it', () => {
  const cloud = cloudOf(50);
  const before = emptyProjection(50);
  const camera = mapLens.fit(cloud, [], SIZE, undefined);
  mapLens.project(cloud, camera, SIZE, before);
  const pointer = { x: at(before.x, 20), y: at(before.y, 20) };
  const after = emptyProjection(50);
  mapLens.project(cloud, mapLens.zoom(camera, 2.5, pointer, SIZE), SIZE, after);
  assert.ok(Math.hypot(at(after.x, 20) - pointer.x, at(after.y, 20) - pointer.y) < 0.05);
});

test('a click means the theme in front; a near miss means the nearest; filtered ones are never meant', () => {
  const points = emptyProjection(3);
  points.x.set([100, 102, 300]);
  points.y.set([100, 100, 100]);
  points.radius.set([10, 10, 10]);
  points.depth.set([0.8, 0.2, 0.5]);
  assert.equal(themeAt(points, { x: 101, y: 100 }, 6, all), 1);
  assert.equal(
    themeAt(points, { x: 101, y: 100 }, 6, (i) => i !== 1),
    0,
  );
  assert.equal(themeAt(points, { x: 314, y: 100 }, 6, all), 2);
  assert.equal(themeAt(points, { x: 330, y: 100 }, 6, all), -1);
});

test('a lasso round a rectangle takes what the rectangle takes, whichever way it is drawn', () => {
  const corner = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 600 }) });
  const cloud = cloudOf(200);
  const points = emptyProjection(200);
  mapLens.project(cloud, mapLens.fit(cloud, [], SIZE, undefined), SIZE, points);
  fc.assert(
    fc.property(corner, corner, (a, b) => {
      // Half a pixel keeps middles off the line itself, where the two rules differ.
      const [p, q] = [
        { x: a.x + 0.5, y: a.y + 0.5 },
        { x: b.x + 0.5, y: b.y + 0.5 },
      ];
      const line = [p, { x: q.x, y: p.y }, q, { x: p.x, y: q.y }];
      const expected = themesInRectangle(points, p, q, all);
      assert.deepEqual(themesInRectangle(points, q, p, all), expected);
      assert.deepEqual(themesInLasso(points, line, all), expected);
      assert.deepEqual(themesInLasso(points, line.reverse(), all), expected);
    }),
  );
});

test('names never touch, never leave the stage, are never too many, and the first has its place', () => {
  const wish = fc.record({
    x: fc.integer({ min: 250, max: 650 }),
    y: fc.integer({ min: 50, max: 550 }),
    radius: fc.integer({ min: 0, max: 20 }),
    width: fc.integer({ min: 20, max: 200 }),
    height: fc.constant(18),
  });
  fc.assert(
    fc.property(
      fc.array(wish, { minLength: 1, maxLength: 120 }),
      fc.integer({ min: 1, max: 40 }),
      (wishes, budget) => {
        const named = wishes.map((w, i) => ({ ...w, key: `t${i}` }));
        const placed = placeLabels(named, SIZE, budget);
        assert.ok(placed.length <= budget);
        assert.equal(placed[0]?.key, 't0');
        for (const [i, a] of placed.entries()) {
          assert.ok(
            a.left >= 0 && a.top >= 0 && a.left + a.width <= SIZE.width && a.top + a.height <= SIZE.height,
          );
          for (const b of placed.slice(i + 1)) {
            const apart =
              a.left + a.width <= b.left ||
              b.left + b.width <= a.left ||
              a.top + a.height <= b.top ||
              b.top + b.height <= a.top;
            assert.ok(apart, `${a.key} touches ${b.key}`);
          }
        }
      },
    ),
  );
});

test('no name lies upon what is taken, however near it wishes to be', () => {
  const taken = [{ left: 100, top: 100, width: 200, height: 60 }];
  const wishes = Array.from({ length: 30 }, (_, i) => ({
    key: `t${i}`,
    x: 60 + i * 9,
    y: 80 + i * 4,
    radius: 3,
    width: MIN_TARGET_PX,
    height: MIN_TARGET_PX,
  }));
  const placed = placeLabels(wishes, SIZE, 40, taken);
  assert.ok(placed.length > 3);
  for (const { left, top, width, height } of placed) {
    const upon = left < 300 && left + width > 100 && top < 160 && top + height > 100;
    assert.ok(!upon, `${left}, ${top}`);
  }
});

test('a nearer view has more names, up to the most', () => {
  assert.ok(labelBudget(1) < labelBudget(2));
  assert.equal(labelBudget(50), MAX_LABELS);
});

const universe = makeUniverse(
  [1, 2, 13, 1, 2, 2].map((domainId, i) => ({
    themeId: i + 10,
    label: `theme ${i}`,
    domainId,
    books: i + 1,
    x: 0,
    y: 0,
    z: 0,
  })),
  new Map([[1, 'Sea']]),
);

test('domains of one hue differ by their shape, and the largest comes first', () => {
  assert.equal(universe.domains[0]?.id, 2);
  const [one, thirteen] = [universe.domainOf.get(1), universe.domainOf.get(13)];
  assert.equal(one?.hue, thirteen?.hue);
  assert.notEqual(one?.shape, thirteen?.shape);
  assert.equal(one?.label, 'Sea');
  assert.equal(thirteen?.label, 'theme 2', 'a domain without a name is called by its theme');
});

test('a selection adds, replaces and toggles, and knows its domains', () => {
  assert.deepEqual(select([10, 11], [11, 12], true), [10, 11, 12]);
  assert.deepEqual(select([10, 11], [12], false), [12]);
  assert.deepEqual(toggle(toggle([10], 11), 10), [11]);
  const parts = domainParts(universe, [10, 11, 14, 15, 99]);
  assert.deepEqual(
    parts.map((p) => [p.domain.id, p.themes, p.share]),
    [
      [2, 3, 0.75],
      [1, 1, 0.25],
    ],
  );
});

test('books of a selection are ordered by how many of its themes they speak of', () => {
  const book = (id: number) => ({ id, title: `b${id}`, authors: [] });
  const top = topBooks(
    [
      {
        topics: [],
        books: [
          { book: book(1), passages: 50 },
          { book: book(2), passages: 2 },
        ],
      },
      {
        topics: [],
        books: [
          { book: book(2), passages: 3 },
          { book: null, passages: 9 },
        ],
      },
    ],
    5,
  );
  assert.deepEqual(
    top.map(({ item, themes, passages }) => [item.id, themes, passages]),
    [
      [2, 2, 5],
      [1, 1, 50],
    ],
  );
});

test('an address holds the view, the selection, the search, the filter and the camera', () => {
  const place = {
    view: 'map' as const,
    selection: [3, 9],
    query: 'far & wide',
    domains: [2],
    camera: 'm0_0_1',
  };
  const url = placeUrl(place);
  assert.equal(url, '/universe?view=map&sel=3,9&q=far%20%26%20wide&domain=2&cam=m0_0_1');
  assert.deepEqual(parsePlace(new URL(url, 'http://x').searchParams), place);
  assert.deepEqual(parsePlace(new URLSearchParams('view=globe&sel=a,-1,4,4&q=%20')), {
    view: undefined,
    selection: [4],
    query: '',
    domains: [],
    camera: '',
  });
});
