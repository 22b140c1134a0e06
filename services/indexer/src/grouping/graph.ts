/** An undirected weighted graph in compressed rows. */

export interface Graph {
  nodes: number;
  /** Neighbours of node i are at [offsets[i], offsets[i + 1]). */
  offsets: Int32Array;
  targets: Int32Array;
  weights: Float32Array;
}

export interface Edge {
  a: number;
  b: number;
  weight: number;
}

/** Builds the graph; each edge given once. Edges of a node keep the order given. */
export function buildGraph(nodes: number, edges: readonly Edge[]): Graph {
  const offsets = new Int32Array(nodes + 1);
  for (const { a, b } of edges) {
    offsets[a + 1]! += 1;
    if (a !== b) offsets[b + 1]! += 1;
  }
  for (let i = 0; i < nodes; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, nodes);
  const targets = new Int32Array(offsets[nodes]!);
  const weights = new Float32Array(offsets[nodes]!);
  const put = (from: number, to: number, weight: number) => {
    const at = next[from]!;
    next[from] = at + 1;
    targets[at] = to;
    weights[at] = weight;
  };
  for (const { a, b, weight } of edges) {
    put(a, b, weight);
    if (a !== b) put(b, a, weight);
  }
  return { nodes, offsets, targets, weights };
}

/** Splits every community into its connected parts; numbers them by first node. */
export function connectedParts(graph: Graph, community: Int32Array): Int32Array {
  const part = new Int32Array(graph.nodes).fill(-1);
  let parts = 0;
  const stack: number[] = [];
  for (let start = 0; start < graph.nodes; start++) {
    if (part[start] !== -1) continue;
    part[start] = parts;
    stack.push(start);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (let e = graph.offsets[node]!; e < graph.offsets[node + 1]!; e++) {
        const other = graph.targets[e]!;
        if (part[other] !== -1 || community[other] !== community[node]) continue;
        part[other] = parts;
        stack.push(other);
      }
    }
    parts += 1;
  }
  return part;
}
