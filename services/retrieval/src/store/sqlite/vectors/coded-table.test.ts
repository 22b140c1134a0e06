import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Centre } from '../int8-vector.ts';
import { CodedTable } from './coded-table.ts';
import { FileRows, type RowReader } from './file-rows.ts';
import { Int8Rows } from './int8-rows.ts';
import { nearestRows } from './nearest-rows.ts';
import { plainCodesKernel } from './plain-codes.ts';
import { vectorForm } from './vector-form.ts';
import { VectorTable } from './vector-table.ts';
import { wasmCodesKernel } from './wasm-codes.ts';

const DIMS = 64;

/** Vectors in a narrow cone, as a model makes them; the same in every run. */
function cone(count: number, seed = 1): Float32Array[] {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: DIMS }, (_, i) => 0.4 * Math.cos(i) + next() + next()),
  );
}

const MEAN = (() => {
  const sum = new Float32Array(DIMS);
  for (const vector of cone(500)) {
    const norm = Math.hypot(...vector);
    for (let i = 0; i < DIMS; i += 1) sum[i]! += vector[i]! / norm / 500;
  }
  return sum;
})();

/** Near the mean, and not it. */
const CENTRE = new Centre(MEAN.map((x) => 0.9 * x));

/** The same rows in every form: bits with the whole rows read, or held in memory; and whole rows alone. */
function filled(bits: 1 | 2, vectors: readonly Float32Array[], kernel = wasmCodesKernel) {
  const int8 = (vector: Float32Array) => {
    const row = new Int8Array(DIMS);
    CENTRE.quantise(vector, row);
    return row;
  };
  const stored = new Map(vectors.map((vector, i) => [i + 1, int8(vector)]));
  const reads: number[] = [];
  const read: RowReader = (ids, each) => {
    for (const id of ids) {
      reads.push(id);
      const vector = stored.get(id);
      if (vector !== undefined) each(id, vector);
    }
  };
  const about = { bits, mean: MEAN, centre: CENTRE, kernel };
  const coded = new CodedTable(DIMS, { ...about, rows: new FileRows(read, CENTRE) });
  const held = new CodedTable(DIMS, { ...about, rows: new Int8Rows(DIMS, CENTRE), scannedWhole: 100 });
  const exact = new VectorTable(DIMS, { centre: CENTRE });
  for (const [id, vector] of stored) {
    coded.upsert(id, vector, id % 7);
    held.upsert(id, vector, id % 7);
    exact.upsert(id, vector, id % 7);
  }
  return { coded, held, exact, reads };
}

describe('vectors of one or two bits a dimension', () => {
  const vectors = cone(5_000);
  const queries = cone(20, 99);

  it('score the same through the kernel and its plain twin, to the last bit', () => {
    for (const bits of [1, 2] as const) {
      const few = vectors.slice(0, 1_037);
      const wasm = filled(bits, few).coded;
      const plain = filled(bits, few, plainCodesKernel).coded;
      for (const query of queries) assert.deepEqual(wasm.scoreAll(query), plain.scoreAll(query));
    }
  });

  it('give the nearest rows with their exact cosines, as the whole vectors would', () => {
    for (const bits of [1, 2] as const) {
      const { coded, exact, reads } = filled(bits, vectors);
      for (const query of queries) {
        reads.length = 0;
        const found = coded.topK(query, 10);
        assert.deepEqual(found, exact.topK(query, 10));
        assert.ok(reads.length < 2_200, `${reads.length} rows read`);
      }
    }
  });

  it('score the same, whether whole rows are read or held in memory', () => {
    for (const bits of [1, 2] as const) {
      const { coded, held } = filled(bits, vectors);
      for (const query of queries) {
        assert.deepEqual(held.scoreAll(query), coded.scoreAll(query));
        assert.deepEqual(held.topK(query, 10), coded.topK(query, 10));
      }
    }
  });

  it('score all rows in memory exactly while they are few', () => {
    const { held, exact } = filled(2, vectors.slice(0, 100));
    const odd = (row: number) => row % 2 === 1;
    for (const query of queries) {
      assert.deepEqual(held.scoreAll(query), exact.scoreAll(query));
      assert.deepEqual(held.topK(query, 10, odd), exact.topK(query, 10, odd));
    }
  });

  it('estimate all others without leaning to either side', () => {
    const { coded, exact } = filled(1, vectors);
    for (const query of queries) {
      const estimated = coded.scoreAll(query).slice(0, vectors.length);
      const cosines = exact.scoreAll(query);
      let sum = 0;
      let squares = 0;
      for (const [row, cosine] of estimated.entries()) {
        sum += cosine - cosines[row]!;
        squares += (cosine - cosines[row]!) ** 2;
      }
      assert.ok(Math.abs(sum / vectors.length) < 0.06, `mean error ${sum / vectors.length}`);
      assert.ok(Math.sqrt(squares / vectors.length) < 0.15, `error ${Math.sqrt(squares / vectors.length)}`);
    }
  });

  it('leave out what is not accepted, and know no more rows than there are', () => {
    const { coded, exact } = filled(1, vectors.slice(0, 40));
    const odd = (row: number) => row % 2 === 1;
    assert.deepEqual(coded.topK(queries[0]!, 100, odd), exact.topK(queries[0]!, 100, odd));
    assert.equal(coded.topK(queries[0]!, 100, () => false).ids.length, 0);
  });

  it('follow changes: rows replaced, removed and moved', () => {
    const { coded, held, exact } = filled(2, vectors.slice(0, 200));
    for (const table of [coded, held, exact]) {
      table.remove([1, 50, 100, 777]);
      table.setOwner(2, 42);
    }
    for (const table of [coded, held]) {
      assert.deepEqual([...table.ids], [...exact.ids]);
      assert.deepEqual([...table.owners], [...exact.owners]);
      assert.deepEqual(table.topK(queries[0]!, 197), exact.topK(queries[0]!, 197));
      assert.equal(table.vector(50), undefined);
      assert.deepEqual(table.vector(2), exact.vector(2));
    }
  });

  it('answer a query of nothing with nothing', () => {
    const { coded } = filled(1, vectors.slice(0, 20));
    assert.ok(coded.scoreAll(new Float32Array(DIMS)).every((score) => score === 0));
    assert.throws(() => coded.scoreAll(new Float32Array(DIMS - 1)), /63 dimensions/);
  });
});

describe('the rows of the highest scores', () => {
  it('are at least as many as wanted, and hold all of the best', () => {
    const scores = Float32Array.from({ length: 3_000 }, (_, i) => Math.sin(i * 7.7));
    const rows = [...nearestRows(scores, scores.length, 100)];
    const best = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, 100);
    assert.ok(rows.length >= 100 && rows.length < 200);
    assert.ok(best.every((row) => rows.includes(row)));
  });

  it('are all if all score the same', () => {
    assert.equal(nearestRows(new Float32Array(50), 50, 10).length, 50);
  });
});

describe('the form of vectors in memory', () => {
  it('is the most exact one that fits, and the smallest if none does', () => {
    const MIB = 1024 * 1024;
    assert.equal(vectorForm(121_118 + 44_424, 96 * MIB), 'int8');
    assert.equal(vectorForm(500_000, 96 * MIB), '2 bits');
    assert.equal(vectorForm(837_320 + 335_010, 96 * MIB), '1 bit');
    assert.equal(vectorForm(10_000_000, 96 * MIB), '1 bit');
  });
});
