/** Orama: vectors in JavaScript memory, scanned whole. */
import { rowAt } from '../libraries/float-rows.ts';
import { importPeer, type Peer } from './peer.ts';

interface Orama {
  create(options: object): unknown;
  insertMultiple(db: unknown, rows: object[], batch?: number): Promise<unknown>;
  search(db: unknown, parameters: object): Promise<{ hits: { id: string }[] }>;
}

const ROWS_AT_ONCE = 5_000;

export async function oramaPeer(): Promise<Peer> {
  const { create, insertMultiple, search } = await importPeer<Orama>('@orama/orama');
  const db = create({ schema: { vector: 'vector[384]' } });
  return {
    name: 'Orama',
    async build(rows) {
      for (let from = 0; from < rows.ids.length; from += ROWS_AT_ONCE) {
        const part = Array.from(rows.ids.subarray(from, from + ROWS_AT_ONCE), (id, i) => ({
          id: String(id),
          vector: Array.from(rowAt(rows, from + i)),
        }));
        await insertMultiple(db, part, ROWS_AT_ONCE);
      }
    },
    settings: [
      {
        name: 'exact',
        search: async (vector, k) => {
          const { hits } = await search(db, {
            mode: 'vector',
            vector: { value: Array.from(vector), property: 'vector' },
            // Cosines below it are left out; the default, .8, would leave out most.
            similarity: 0.3,
            includeVectors: false,
            limit: k,
          });
          return hits.map(({ id }) => Number(id));
        },
      },
    ],
  };
}
