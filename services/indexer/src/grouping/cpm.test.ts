import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { communities, communitiesNear, countLarge } from './cpm.ts';
import { buildGraph, connectedParts, type Edge } from './graph.ts';
import { seededRandom } from './random.ts';

/** `groups` dense groups of `size` nodes, with weak edges between random nodes. */
function planted(groups: number, size: number, weakEdges: number): Edge[] {
  const random = seededRandom(groups * 31 + size);
  const edges: Edge[] = [];
  for (let g = 0; g < groups; g++) {
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) {
        if (random() < 0.7) edges.push({ a: g * size + a, b: g * size + b, weight: 0.8 });
      }
    }
  }
  for (let e = 0; e < weakEdges; e++) {
    const a = Math.floor(random() * groups * size);
    const b = Math.floor(random() * groups * size);
    if (a !== b) edges.push({ a, b, weight: 0.3 });
  }
  return edges;
}

describe('communities', () => {
  it('finds planted groups', () => {
    const found = communities(buildGraph(120, planted(10, 12, 60)), 0.15);
    for (let node = 0; node < 120; node++) {
      const group = Math.floor(node / 12);
      assert.equal(found[node], found[group * 12], `node ${node}`);
    }
    assert.equal(new Set(found).size, 10);
  });

  it('is the same each time', () => {
    const graph = buildGraph(200, planted(20, 10, 300));
    assert.deepEqual(communities(graph, 0.1), communities(graph, 0.1));
  });

  it('gives connected communities, numbered by first node', () => {
    const edge = fc.record({
      a: fc.nat(24),
      b: fc.nat(24),
      weight: fc.double({ min: 0.1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 60 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (edges, gamma) => {
          const unique = new Map(
            edges
              .filter(({ a, b }) => a !== b)
              .map((e) => [`${Math.min(e.a, e.b)} ${Math.max(e.a, e.b)}`, e]),
          );
          const graph = buildGraph(25, [...unique.values()]);
          const found = communities(graph, gamma);
          assert.deepEqual(connectedParts(graph, found), found);
        },
      ),
    );
  });

  it('leaves nodes alone when gamma exceeds every weight, and joins all that hang together when it is tiny', () => {
    const graph = buildGraph(40, planted(4, 10, 80));
    assert.equal(new Set(communities(graph, 5)).size, 40);
    assert.equal(
      new Set(communities(graph, 1e-6)).size,
      new Set(connectedParts(graph, new Int32Array(40))).size,
    );
  });
});

describe('communitiesNear', () => {
  it('comes near to the number asked for', () => {
    const graph = buildGraph(600, planted(50, 12, 900));
    for (const target of [10, 25, 50]) {
      const count = countLarge(communitiesNear(graph, target, 3), 3);
      assert.ok(Math.abs(count - target) <= 0.25 * target, `${count} for ${target}`);
    }
  });

  it('gives what there is when more is asked for', () => {
    const count = countLarge(communitiesNear(buildGraph(60, planted(5, 12, 0)), 1_000, 3), 3);
    assert.ok(count >= 5 && count <= 20, String(count));
  });

  it('takes a graph without nodes or edges', () => {
    assert.equal(communitiesNear(buildGraph(0, []), 10, 3).length, 0);
    assert.deepEqual([...communitiesNear(buildGraph(2, []), 10, 3)], [0, 1]);
  });
});
