/** LibTrails: its int8 rows in memory, every one scored. */
import { DIMS, toInt8 } from '@libtrails/retrieval/library/int8-vector';
import { VectorTable } from '@libtrails/retrieval/vectors/vector-table';
import { rowAt } from '../libraries/float-rows.ts';
import type { Peer } from './peer.ts';

export function libtrailsPeer(): Peer {
  const table = new VectorTable(DIMS);
  return {
    name: 'LibTrails int8',
    build(rows) {
      for (const [i, id] of rows.ids.entries()) table.upsert(id, toInt8(rowAt(rows, i)));
    },
    settings: [{ name: 'exact scan', search: (query, k) => table.topK(query, k).ids }],
    mib: () => table.bytes / 2 ** 20,
  };
}
