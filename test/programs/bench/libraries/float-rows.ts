/** float32 vectors with their ids, in memory and as two flat files: what the library file rounds to int8. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';

/** The kinds of vectors a search scans. */
export const VECTOR_KINDS = ['topics', 'chunks', 'phrases', 'books'] as const;
export type VectorKind = (typeof VECTOR_KINDS)[number];

const ROW_BYTES = DIMS * Float32Array.BYTES_PER_ELEMENT;
/** Rows gathered before they are written. */
const BUFFERED_ROWS = 1_024;

/** Row i is `ids[i]` and `vectors[i * DIMS ... (i + 1) * DIMS)`. */
export interface FloatRows {
  ids: Uint32Array;
  vectors: Float32Array;
}

/** The vector of row `i`; shares memory. */
export function rowAt({ vectors }: FloatRows, i: number): Float32Array {
  return vectors.subarray(i * DIMS, (i + 1) * DIMS);
}

const idFile = (folder: string, kind: VectorKind) => join(folder, `${kind}.ids`);
const vectorFile = (folder: string, kind: VectorKind) => join(folder, `${kind}.f32`);

/** Reads the rows of one kind, all in memory (1.5 KB a row). */
export function readFloatRows(folder: string, kind: VectorKind): FloatRows {
  const ids = readFileSync(idFile(folder, kind));
  const vectors = readFileSync(vectorFile(folder, kind));
  return {
    ids: new Uint32Array(ids.buffer, ids.byteOffset, ids.length / Uint32Array.BYTES_PER_ELEMENT),
    vectors: new Float32Array(
      vectors.buffer,
      vectors.byteOffset,
      vectors.length / Float32Array.BYTES_PER_ELEMENT,
    ),
  };
}

/** Writes rows one by one; the files are whole after `close`. */
export class FloatRowWriter {
  readonly #ids: number;
  readonly #vectors: number;
  readonly #idBuffer = new Uint32Array(BUFFERED_ROWS);
  readonly #vectorBuffer = new Float32Array(BUFFERED_ROWS * DIMS);
  #buffered = 0;
  count = 0;

  constructor(folder: string, kind: VectorKind) {
    this.#ids = openSync(idFile(folder, kind), 'w');
    this.#vectors = openSync(vectorFile(folder, kind), 'w');
  }

  add(id: number, vector: Float32Array): void {
    this.#idBuffer[this.#buffered] = id;
    this.#vectorBuffer.set(vector, this.#buffered * DIMS);
    this.#buffered += 1;
    this.count += 1;
    if (this.#buffered === BUFFERED_ROWS) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#ids);
    closeSync(this.#vectors);
  }

  #flush(): void {
    writeSync(this.#ids, new Uint8Array(this.#idBuffer.buffer, 0, this.#buffered * 4));
    writeSync(this.#vectors, new Uint8Array(this.#vectorBuffer.buffer, 0, this.#buffered * ROW_BYTES));
    this.#buffered = 0;
  }
}
