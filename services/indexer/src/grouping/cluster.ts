/** From neighbours to clusters of topics: graph, communities, and the rest at the nearest centroid. */
import { PROFILE } from '@libtrails/models/profile';
import { addScaled, dot, normalise } from '../topics/vectors.ts';
import { communitiesNear } from './cpm.ts';
import { buildGraph, type Edge } from './graph.ts';
import type { Neighbours } from './knn.ts';
import type { TopicSpace } from './topic-space.ts';
import type { TopicTable } from './topic-table.ts';
import { SCALE, VectorBlock } from './vector-block.ts';

/** Communities with fewer topics are no theme. */
export const MIN_TOPICS = 4;
/**
 * Rare labels are near by their spelling alone ("ringleader", "bell ringer", "ringmaster"). Of a few topics whose
 * passages have so little in common no theme is made; in the hundred classics these were 49 of 711 communities.
 */
const MIN_COHERENCE = 0.27;
/** So many topics do not meet by spelling. */
const SURE_TOPICS = 8;
/** A topic outside the communities joins the nearest one from this cosine on. */
const ATTACH_COSINE = PROFILE.calibration.grouping.attach;

/**
 * Clusters of topics, each with its members ascending; largest first, ties by first member.
 * @param core topics that have neighbours, in the order of `neighbours`
 * @param into for each topic the one it reads as; only representatives take part
 */
export function clusterTopics(
  table: TopicTable,
  space: TopicSpace,
  core: Int32Array,
  neighbours: Neighbours,
  into: Int32Array,
  target: number,
): number[][] {
  const nodes = core.filter((topic) => into[topic] === topic);
  const graph = buildGraph(nodes.length, edgesOf(core, nodes, neighbours, into));
  const community = communitiesNear(graph, target, MIN_TOPICS);
  const byCommunity = new Map<number, number[]>();
  community.forEach((c, node) => {
    const members = byCommunity.get(c);
    if (members === undefined) byCommunity.set(c, [nodes[node]!]);
    else members.push(nodes[node]!);
  });
  const clusters = [...byCommunity.values()].filter(
    (members) => members.length >= MIN_TOPICS && coheres(members, table, space),
  );
  attachRest(table, space, into, clusters);
  for (const members of clusters) members.sort((a, b) => a - b);
  return clusters.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** Edges between representatives; what merged topics are near to counts for their representative. */
function edgesOf(core: Int32Array, nodes: Int32Array, neighbours: Neighbours, into: Int32Array): Edge[] {
  const nodeOf = new Map<number, number>();
  nodes.forEach((topic, node) => {
    nodeOf.set(topic, node);
  });
  const weights = new Map<number, number>();
  core.forEach((topic, row) => {
    const a = nodeOf.get(into[topic]!);
    if (a === undefined) return;
    const start = row * neighbours.k;
    for (let n = start; n < start + neighbours.counts[row]!; n++) {
      const b = nodeOf.get(into[core[neighbours.rows[n]!]!]!);
      if (b === undefined || a === b) continue;
      const edge = Math.min(a, b) * nodes.length + Math.max(a, b);
      weights.set(edge, Math.max(weights.get(edge) ?? 0, neighbours.cosines[n]!));
    }
  });
  return [...weights]
    .sort(([a], [b]) => a - b)
    .map(([edge, weight]) => ({ a: Math.floor(edge / nodes.length), b: edge % nodes.length, weight }));
}

function coheres(members: readonly number[], table: TopicTable, space: TopicSpace): boolean {
  return members.length >= SURE_TOPICS || coherence(members, table, space) >= MIN_COHERENCE;
}

/**
 * How alike the passages are that carry the topics of a cluster, 0..1: the mean cosine of two of them, each topic by
 * the logarithm of its passages.
 */
function coherence(members: readonly number[], table: TopicTable, space: TopicSpace): number {
  const context = new Float32Array(table.dims);
  const sum = new Float32Array(table.dims);
  let [weights, squares] = [0, 0];
  for (const topic of members) {
    if (!space.readContext(topic, context)) continue;
    const weight = Math.log(1 + table.passages[topic]!);
    addScaled(sum, context, weight);
    weights += weight;
    squares += weight ** 2;
  }
  const others = weights ** 2 - squares;
  return others <= 0 ? 1 : (dot(sum, sum) - squares) / others;
}

function attachRest(table: TopicTable, space: TopicSpace, into: Int32Array, clusters: number[][]): void {
  if (clusters.length === 0) return;
  const placed = new Uint8Array(table.count);
  const centroids = new VectorBlock(clusters.length, table.dims);
  const position = new Float32Array(table.dims);
  clusters.forEach((members, c) => {
    const centroid = new Float32Array(table.dims);
    for (const topic of members) {
      placed[topic] = 1;
      space.readPosition(topic, position);
      addScaled(centroid, position, 1);
    }
    centroids.set(c, normalise(centroid));
  });
  const floor = ATTACH_COSINE * SCALE * SCALE;
  for (let topic = 0; topic < table.count; topic++) {
    if (placed[topic] === 1 || into[topic] !== topic) continue;
    space.readPosition(topic, position);
    const dots = centroids.dotsOf(position);
    let best = 0;
    for (let c = 1; c < dots.length; c++) if (dots[c]! > dots[best]!) best = c;
    if (dots[best]! >= floor) clusters[best]!.push(topic);
  }
}
