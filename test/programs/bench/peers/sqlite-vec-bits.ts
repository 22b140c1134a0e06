/** sqlite-vec: sign bits by Hamming distance, the candidates scored again with their float32 vectors. */
import Database from 'better-sqlite3';
import * as sqliteVec from 'sqlite-vec';
import { rowAt } from '../libraries/float-rows.ts';
import type { Peer } from './peer.ts';

/** Candidates for each result wanted. */
const FACTORS = [4, 10, 40] as const;

export function sqliteVecBits(): Peer {
  const db = new Database(':memory:');
  sqliteVec.load(db);
  db.exec(`CREATE VIRTUAL TABLE bits USING vec0 (id INTEGER PRIMARY KEY, embedding BIT[384]);
    CREATE TABLE floats (id INTEGER PRIMARY KEY, embedding BLOB)`);
  const nearest = db
    .prepare(
      `SELECT id FROM (SELECT b.id, vec_distance_cosine(f.embedding, :query) AS distance
         FROM (SELECT id FROM bits WHERE embedding MATCH vec_quantize_binary(:query) AND k = :candidates) AS b
           CROSS JOIN floats AS f ON f.id = b.id)
       ORDER BY distance LIMIT :k`,
    )
    .pluck();
  return {
    name: 'sqlite-vec bits + rescore',
    build(rows) {
      const bits = db.prepare('INSERT INTO bits (id, embedding) VALUES (?, vec_quantize_binary(?))');
      const floats = db.prepare('INSERT INTO floats (id, embedding) VALUES (?, ?)');
      db.transaction(() => {
        for (const [i, id] of rows.ids.entries()) {
          bits.run(BigInt(id), rowAt(rows, i));
          floats.run(id, rowAt(rows, i));
        }
      })();
    },
    settings: FACTORS.map((factor) => ({
      name: `${factor} candidates each`,
      // sqlite-vec takes k up to 4,096.
      search: (query, k) => nearest.all({ query, k, candidates: Math.min(4_096, k * factor) }) as number[],
    })),
    mib: () => ((db.pragma('page_count', { simple: true }) as number) * 4_096) / 2 ** 20,
    close: () => {
      db.close();
    },
  };
}

/** sqlite-vec: the exact float32 scan that the reference does, in memory. */
export function sqliteVecFloat(): Peer {
  const db = new Database(':memory:');
  sqliteVec.load(db);
  db.exec(
    'CREATE VIRTUAL TABLE v USING vec0 (id INTEGER PRIMARY KEY, embedding FLOAT[384] distance_metric=cosine)',
  );
  const nearest = db.prepare('SELECT id FROM v WHERE embedding MATCH ? AND k = ? ORDER BY distance').pluck();
  return {
    name: 'sqlite-vec float32',
    build(rows) {
      const insert = db.prepare('INSERT INTO v (id, embedding) VALUES (?, ?)');
      db.transaction(() => {
        for (const [i, id] of rows.ids.entries()) insert.run(BigInt(id), rowAt(rows, i));
      })();
    },
    settings: [{ name: 'exact', search: (query, k) => nearest.all(query, k) as number[] }],
    mib: () => ((db.pragma('page_count', { simple: true }) as number) * 4_096) / 2 ** 20,
    close: () => {
      db.close();
    },
  };
}
