/**
 * Communities by the constant Potts model (Traag, Van Dooren and Nesterov 2011): maximises the sum of weights inside
 * communities less gamma n²/2 for each community of n nodes. Greedy local moving with a queue, then aggregation, as in
 * Louvain (Blondel et al. 2008); a final split keeps communities connected. Seeded, so the same graph gives the same
 * communities.
 */
import { connectedParts, type Graph } from './graph.ts';
import { seededRandom, shuffle } from './random.ts';

const SEED = 20_030_603;
/** Smallest gain that counts as one: below it, rounding could move nodes back and forth. */
const MIN_GAIN = 1e-9;

/** The community of each node, numbered from 0 by first node. */
export function communities(graph: Graph, gamma: number): Int32Array {
  let level = graph;
  let sizes = new Float64Array(graph.nodes).fill(1);
  let result: Int32Array = Int32Array.from({ length: graph.nodes }, (_, i) => i);
  const random = seededRandom(SEED);
  for (;;) {
    const moved = moveNodes(level, sizes, gamma, random);
    const { community, count } = renumber(moved);
    result = result.map((node) => community[node]!);
    if (count === level.nodes) return connectedParts(graph, result);
    const merged = new Float64Array(count);
    community.forEach((c, node) => {
      merged[c]! += sizes[node]!;
    });
    level = aggregate(level, community, count);
    sizes = merged;
  }
}

/** Moves single nodes to the best neighbouring community until none gains. */
function moveNodes(graph: Graph, sizes: Float64Array, gamma: number, random: () => number): Int32Array {
  const { nodes, offsets, targets, weights } = graph;
  const community = Int32Array.from({ length: nodes }, (_, i) => i);
  const communitySize = Float64Array.from(sizes);
  // A ring of the nodes that wait for a look; each is in it at most once.
  const queue = shuffle(
    Int32Array.from({ length: nodes }, (_, i) => i),
    random,
  );
  const waiting = new Uint8Array(nodes).fill(1);
  const weightTo = new Float64Array(nodes);
  const touched: number[] = [];
  let head = 0;
  let length = nodes;
  while (length > 0) {
    const node = queue[head]!;
    head = (head + 1) % nodes;
    length -= 1;
    waiting[node] = 0;
    const own = community[node]!;
    const size = sizes[node]!;
    for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
      if (targets[e] === node) continue;
      const other = community[targets[e]!]!;
      if (weightTo[other] === 0) touched.push(other);
      weightTo[other]! += weights[e]!;
    }
    let best = own;
    let bestGain = weightTo[own]! - gamma * size * (communitySize[own]! - size);
    for (const other of touched) {
      if (other === own) continue;
      const gain = weightTo[other]! - gamma * size * communitySize[other]!;
      if (gain > bestGain + MIN_GAIN) {
        best = other;
        bestGain = gain;
      }
    }
    for (const other of touched) weightTo[other] = 0;
    touched.length = 0;
    if (best === own) continue;
    communitySize[own]! -= size;
    communitySize[best]! += size;
    community[node] = best;
    for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
      const other = targets[e]!;
      if (waiting[other] === 1 || community[other] === best) continue;
      waiting[other] = 1;
      queue[(head + length) % nodes] = other;
      length += 1;
    }
  }
  return community;
}

function renumber(community: Int32Array): { community: Int32Array; count: number } {
  const numbers = new Int32Array(community.length).fill(-1);
  let count = 0;
  const result = community.map((c) => {
    if (numbers[c] === -1) numbers[c] = count++;
    return numbers[c]!;
  });
  return { community: result, count };
}

/** One node a community; weights between communities add up, those inside are left out as they no longer matter. */
function aggregate(graph: Graph, community: Int32Array, count: number): Graph {
  const members: number[][] = Array.from({ length: count }, () => []);
  community.forEach((c, node) => {
    members[c]!.push(node);
  });
  const offsets = new Int32Array(count + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  const weightTo = new Float64Array(count);
  for (let c = 0; c < count; c++) {
    const touched: number[] = [];
    for (const node of members[c]!) {
      for (let e = graph.offsets[node]!; e < graph.offsets[node + 1]!; e++) {
        const other = community[graph.targets[e]!]!;
        if (other === c) continue;
        if (weightTo[other] === 0) touched.push(other);
        weightTo[other]! += graph.weights[e]!;
      }
    }
    for (const other of touched) {
      targets.push(other);
      weights.push(weightTo[other]!);
      weightTo[other] = 0;
    }
    offsets[c + 1] = targets.length;
  }
  return { nodes: count, offsets, targets: Int32Array.from(targets), weights: Float32Array.from(weights) };
}

/** Number of communities with at least `minSize` nodes. */
export function countLarge(community: Int32Array, minSize: number): number {
  const sizes = new Map<number, number>();
  for (const c of community) sizes.set(c, (sizes.get(c) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size >= minSize).length;
}

const FIRST_GAMMA = 0.0005;
const GROWTH = 2;
const MAX_GAMMA = 2;
const BISECTIONS = 8;

/**
 * Communities whose number (of those with at least `minSize` nodes) comes nearest to `target`. The number grows with
 * gamma until communities fall apart, so the first crossing is bracketed by doubling and then bisected.
 */
export function communitiesNear(graph: Graph, target: number, minSize: number): Int32Array {
  let best = communities(graph, FIRST_GAMMA);
  let bestCount = countLarge(best, minSize);
  let low = FIRST_GAMMA;
  let high = Number.NaN;
  const attempt = (gamma: number): number => {
    const found = communities(graph, gamma);
    const count = countLarge(found, minSize);
    if (Math.abs(count - target) < Math.abs(bestCount - target)) {
      best = found;
      bestCount = count;
    }
    return count;
  };
  if (bestCount >= target) return best;
  let previous = bestCount;
  for (let gamma = FIRST_GAMMA * GROWTH; gamma <= MAX_GAMMA; gamma *= GROWTH) {
    const count = attempt(gamma);
    if (count >= target) {
      high = gamma;
      break;
    }
    // Well past the peak: no gamma gives as many as wanted.
    if (count < previous / GROWTH) break;
    previous = Math.max(previous, count);
    low = gamma;
  }
  for (let i = 0; i < BISECTIONS && !Number.isNaN(high) && bestCount !== target; i++) {
    const middle = Math.sqrt(low * high);
    if (attempt(middle) < target) low = middle;
    else high = middle;
  }
  return best;
}
