/** usearch: an HNSW graph, int8 scalars. */
import { DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';
import { rowAt } from '../libraries/float-rows.ts';
import { importPeer, type Peer } from './peer.ts';

interface Index {
  add(key: bigint, vector: Float32Array, threads: number): void;
  search(vector: Float32Array, k: number, threads: number): { keys: BigUint64Array };
  save(path: string): void;
}
interface Usearch {
  Index: new (config: object) => Index;
  MetricKind: { Cos: string };
  ScalarKind: { I8: string };
}

/** Neighbours of a node, and candidates while building: the library's defaults. */
const CONNECTIVITY = 16;
const EXPANSION_ADD = 128;

/** One graph for each expansion of the search: the binding sets it at construction only. */
export async function usearchPeer(expansion: number): Promise<Peer> {
  const { Index, MetricKind, ScalarKind } = await importPeer<Usearch>('usearch');
  const index = new Index({
    dimensions: DIMS,
    metric: MetricKind.Cos,
    quantization: ScalarKind.I8,
    connectivity: CONNECTIVITY,
    expansion_add: EXPANSION_ADD,
    expansion_search: expansion,
    multi: false,
  });
  return {
    name: 'usearch HNSW int8',
    build(rows) {
      for (const [i, id] of rows.ids.entries()) index.add(BigInt(id), rowAt(rows, i), 1);
    },
    settings: [
      {
        name: `expansion ${expansion}`,
        search: (query, k) => Uint32Array.from(index.search(query, k, 1).keys, Number),
      },
    ],
  };
}
