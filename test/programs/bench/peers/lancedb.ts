/** LanceDB: a table on disk, scanned whole or through an IVF-PQ index with refinement. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowAt } from '../libraries/float-rows.ts';
import { importPeer, type Peer } from './peer.ts';

interface VectorQuery {
  distanceType(type: string): VectorQuery;
  bypassVectorIndex(): VectorQuery;
  nprobes(n: number): VectorQuery;
  refineFactor(n: number): VectorQuery;
  select(columns: string[]): VectorQuery;
  limit(k: number): VectorQuery;
  toArray(): Promise<{ id: number }[]>;
}
interface Table {
  add(rows: object[]): Promise<unknown>;
  createIndex(column: string, options: object): Promise<void>;
  query(): { nearestTo(vector: Float32Array): VectorQuery };
}
interface LanceDb {
  connect(path: string): Promise<{ createTable(name: string, rows: object[]): Promise<Table> }>;
  Index: { ivfPq(options: object): object };
}

const ROWS_AT_ONCE = 10_000;
/** PQ codes of half a byte a dimension. */
const SUB_VECTORS = 96;

export async function lanceDbPeer(): Promise<Peer> {
  // It warns of every search otherwise.
  process.env.LANCE_LOG ??= 'error';
  const { connect, Index } = await importPeer<LanceDb>('@lancedb/lancedb');
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-lancedb-'));
  let table: Table | undefined;
  const ask = async (query: VectorQuery, k: number) =>
    (await query.distanceType('cosine').select(['id']).limit(k).toArray()).map(({ id }) => id);
  const nearest = (vector: Float32Array) => table!.query().nearestTo(vector);
  const probing = (nprobes: number, refine: number) => ({
    name: `IVF-PQ, ${nprobes} probes, refine ${refine}`,
    search: (vector: Float32Array, k: number) =>
      ask(nearest(vector).nprobes(nprobes).refineFactor(refine), k),
  });
  return {
    name: 'LanceDB',
    async build(rows) {
      const db = await connect(folder);
      for (let from = 0; from < rows.ids.length; from += ROWS_AT_ONCE) {
        const part = Array.from(rows.ids.subarray(from, from + ROWS_AT_ONCE), (id, i) => ({
          id,
          vector: Array.from(rowAt(rows, from + i)),
        }));
        if (table === undefined) table = await db.createTable('topics', part);
        else await table.add(part);
      }
      await table!.createIndex('vector', {
        config: Index.ivfPq({
          numPartitions: Math.round(Math.sqrt(rows.ids.length)),
          numSubVectors: SUB_VECTORS,
          distanceType: 'cosine',
        }),
      });
    },
    settings: [
      { name: 'exact', search: (vector, k) => ask(nearest(vector).bypassVectorIndex(), k) },
      probing(20, 10),
      probing(80, 20),
    ],
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
