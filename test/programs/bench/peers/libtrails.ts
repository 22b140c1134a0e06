/** LibTrails: its int8 rows in memory, every one scored. */
import { Centre, DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';
import { VectorTable } from '@libtrails/retrieval/store/sqlite/vectors/vector-table';
import { rowAt } from '../libraries/float-rows.ts';
import type { Peer } from './peer.ts';

/** Topics of one book. */
const MEAN_ROWS = 1_000;

export function libtrailsPeer(): Peer {
  let table = new VectorTable(DIMS);
  return {
    name: 'LibTrails int8',
    build(rows) {
      const centre = Centre.of(rows.vectors.subarray(0, Math.min(rows.vectors.length, MEAN_ROWS * DIMS)));
      table = new VectorTable(DIMS, { capacity: rows.ids.length, centre });
      const int8 = new Int8Array(DIMS);
      for (const [i, id] of rows.ids.entries()) {
        centre.quantise(rowAt(rows, i), int8);
        table.upsert(id, int8);
      }
    },
    settings: [{ name: 'exact scan', search: (query, k) => table.topK(query, k).ids }],
    mib: () => table.bytes / 2 ** 20,
  };
}
