import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import * as sqliteVec from 'sqlite-vec';
import { Centre, toInt8 } from '../int8-vector.ts';
import { plainKernel } from './plain-scan.ts';
import { selectTopK } from './top-k.ts';
import { VectorTable } from './vector-table.ts';
import { bestKernel, wasmKernel } from './wasm-scan.ts';

const DIMS = 32;
const component = fc.double({ min: -1, max: 1, noNaN: true });
const vector = fc.array(component, { minLength: DIMS, maxLength: DIMS });
const int8 = fc.array(fc.integer({ min: -128, max: 127 }), { minLength: DIMS, maxLength: DIMS });

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i += 1) {
    dot += a[i]! * b[i]!;
    aa += a[i]! ** 2;
    bb += b[i]! ** 2;
  }
  return aa === 0 || bb === 0 ? 0 : dot / Math.sqrt(aa * bb);
}

describe('the scan kernel', () => {
  it('is the SIMD one on this machine, and the committed binary is what the source compiles to', () => {
    assert.equal(new VectorTable(16, { kernel: bestKernel }).kernelName, 'wasm-simd');
    const script = fileURLToPath(new URL('./build-kernel.ts', import.meta.url));
    execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' });
  });

  it('gives the same scores as the plain loop to the last bit, for every number of rows', () => {
    fc.assert(
      fc.property(fc.array(int8, { maxLength: 11 }), vector, (rows, query) => {
        const fast = new VectorTable(DIMS, { kernel: wasmKernel });
        const plain = new VectorTable(DIMS, { kernel: plainKernel });
        rows.forEach((row, i) => {
          fast.upsert(i + 1, Int8Array.from(row));
          plain.upsert(i + 1, Int8Array.from(row));
        });
        assert.deepEqual(fast.scoreAll(query), plain.scoreAll(query));
      }),
    );
  });

  it('does not overflow on the largest components there can be', () => {
    const dims = 8_192;
    const table = new VectorTable(dims);
    table.upsert(1, new Int8Array(dims).fill(127));
    table.upsert(2, new Int8Array(dims).fill(-127));
    const scores = table.scoreAll(new Float32Array(dims).fill(1));
    assert.ok(Math.abs(scores[0]! - 1) < 1e-4, `got ${scores[0]}`);
    assert.ok(Math.abs(scores[1]! + 1) < 1e-4, `got ${scores[1]}`);
  });

  it('scores the stored int8 vectors as exact arithmetic does', () => {
    fc.assert(
      fc.property(fc.array(int8, { minLength: 1, maxLength: 9 }), vector, (rows, query) => {
        const table = new VectorTable(DIMS);
        rows.forEach((row, i) => {
          table.upsert(i + 1, Int8Array.from(row));
        });
        const scores = table.scoreAll(query);
        rows.forEach((row, i) => {
          assert.ok(Math.abs(scores[i]! - cosine(row, query)) < 5e-4);
        });
      }),
    );
  });

  it('scores a zero vector and a zero query as 0', () => {
    const table = new VectorTable(16);
    table.upsert(1, new Int8Array(16));
    table.upsert(2, new Int8Array(16).fill(5));
    assert.deepEqual([...table.scoreAll(new Float32Array(16).fill(1))], [0, Math.fround(1)]);
    assert.deepEqual([...table.scoreAll(new Float32Array(16))], [0, 0]);
  });
});

describe('VectorTable', () => {
  it('holds what a map would hold, after any upserts and removals', () => {
    const step = fc.record({ id: fc.integer({ min: 1, max: 12 }), row: fc.option(int8), owner: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const table = new VectorTable(DIMS);
        const model = new Map<number, { row: Int8Array; owner: number }>();
        for (const { id, row, owner } of steps) {
          if (row === null) {
            table.remove([id]);
            model.delete(id);
          } else {
            table.upsert(id, Int8Array.from(row), owner);
            model.set(id, { row: Int8Array.from(row), owner });
          }
        }
        assert.equal(table.size, model.size);
        assert.deepEqual([...table.ids].sort(), [...model.keys()].sort());
        for (const [id, { row, owner }] of model) {
          const held = table.vector(id)!;
          assert.ok(row.some((x) => x !== 0) ? cosine(held, row) > 0.999_999 : held.every((x) => x === 0));
          assert.equal(table.owners[table.rowOf(id)!], owner);
        }
      }),
    );
  });

  it('grows over several pages and blocks without losing a row', () => {
    const table = new VectorTable(16);
    const rows = 9_001;
    for (let id = 1; id <= rows; id += 1) {
      table.upsert(
        id,
        Int8Array.from({ length: 16 }, (_, d) => ((id * (d + 3)) % 255) - 127),
      );
    }
    const query = Float32Array.from({ length: 16 }, (_, d) => d - 7);
    const scores = table.scoreAll(query);
    for (const id of [1, 4_096, 4_097, 8_192, 9_001]) {
      assert.ok(Math.abs(scores[table.rowOf(id)!]! - cosine(table.vector(id)!, query)) < 5e-4);
    }
  });

  it('answers top-k as sqlite-vec does on the same int8 rows', () => {
    const db = new Database(':memory:');
    sqliteVec.load(db);
    db.exec(
      `CREATE VIRTUAL TABLE v USING vec0 (id INTEGER PRIMARY KEY, e INT8[${DIMS}] distance_metric=cosine)`,
    );
    const insert = db.prepare('INSERT INTO v (id, e) VALUES (?, vec_int8(?))');
    const table = new VectorTable(DIMS);
    for (let id = 1; id <= 200; id += 1) {
      const row = toInt8(Array.from({ length: DIMS }, (_, d) => Math.sin(id * 7.3 + d * d)));
      insert.run(BigInt(id), Buffer.from(row.buffer));
      table.upsert(id, row);
    }
    const query = toInt8(Array.from({ length: DIMS }, (_, d) => Math.cos(d * 1.7)));
    const found = db
      .prepare('SELECT id, distance FROM v WHERE e MATCH vec_int8(?) AND k = 10')
      .all(Buffer.from(query.buffer)) as { id: number; distance: number }[];
    const mine = table.topK(query, 10);
    assert.deepEqual(
      [...mine.ids],
      found.map((r) => r.id),
    );
    found.forEach((r, i) => {
      assert.ok(Math.abs(mine.scores[i]! - (1 - r.distance)) < 1e-3);
    });
    db.close();
  });

  it('scores rows around a mean as the vectors they stand for', () => {
    const mean = Float32Array.from({ length: DIMS }, (_, d) => (d % 5 === 0 ? 0.25 : 0.02));
    const centre = new Centre(mean);
    fc.assert(
      fc.property(fc.array(int8, { minLength: 1, maxLength: 9 }), vector, (rows, query) => {
        const [fast, plain] = [wasmKernel, plainKernel].map((kernel) => {
          const table = new VectorTable(DIMS, { kernel, centre });
          for (const [i, row] of rows.entries()) table.upsert(i + 1, Int8Array.from(row));
          return table;
        }) as [VectorTable, VectorTable];
        const scores = fast.scoreAll(query);
        assert.deepEqual(scores, plain.scoreAll(query));
        for (const [i] of rows.entries()) {
          const wanted = cosine(centre.restore(Int8Array.from(rows[i]!)), query);
          assert.ok(Math.abs(scores[i]! - (rows[i]!.some((x) => x !== 0) ? wanted : scores[i]!)) < 5e-4);
        }
      }),
    );
  });

  it('refuses vectors of another length', () => {
    const table = new VectorTable(16);
    assert.throws(() => table.upsert(1, new Int8Array(17)), /17 dimensions/);
    assert.throws(() => table.scoreAll(new Float32Array(15)), /15 dimensions/);
    assert.throws(() => new VectorTable(20), /multiple of 16/);
  });
});

describe('selectTopK', () => {
  it('equals sorting everything by score, then id', () => {
    const score = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(fc.array(score, { maxLength: 60 }), fc.nat(20), fc.boolean(), (scores, k, odd) => {
        const ids = scores.map((_, i) => ((i * 37) % 101) + 1);
        const accept = odd ? (row: number) => row % 2 === 1 : undefined;
        const best = selectTopK(ids, Float32Array.from(scores), scores.length, k, accept);
        const expected = scores
          .map((s, row) => ({ s, id: ids[row]!, row }))
          .filter(({ row }) => accept?.(row) ?? true)
          .sort((a, b) => b.s - a.s || a.id - b.id)
          .slice(0, k);
        assert.deepEqual(
          [...best.ids],
          expected.map((e) => e.id),
        );
        assert.deepEqual(
          [...best.rows],
          expected.map((e) => e.row),
        );
      }),
    );
  });
});
