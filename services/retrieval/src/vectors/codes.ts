/** A vector as one or two bits a dimension, and a query as tables to look the bits up in. */
import { TABLE_BYTES } from './codes-kernel.ts';

export interface Codes {
  /** Lowest bit first: the signs; with two bits, then whether each component is of the larger half. */
  bytes: Uint8Array;
  /** What (bits · (query - mean)) is multiplied with. */
  factor: number;
  /** (row - mean) · mean. */
  addend: number;
}

/** Two bits stand for 1.5 and 0.5 spreads: near the best four levels of a normal distribution (Max, 1960). */
const SECOND_WEIGHT = 0.5;
/** Largest entry of a table: two of them fit in a byte. */
const MAX_ENTRY = 127;

/** Bytes of one row's bits. */
export const columnsOf = (dims: number, bits: 1 | 2): number => (dims * bits) / 8;

/** Codes `vector` (any scale) around `mean` into `out`, whose bytes are `columnsOf` long. */
export function codesOf(vector: ArrayLike<number>, mean: Float32Array, bits: 1 | 2, out: Codes): void {
  const dims = vector.length;
  let squares = 0;
  for (let i = 0; i < dims; i += 1) squares += vector[i]! * vector[i]!;
  const inverse = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  let residue = 0;
  let addend = 0;
  for (let i = 0; i < dims; i += 1) {
    const r = vector[i]! * inverse - mean[i]!;
    residue += r * r;
    addend += r * mean[i]!;
  }
  const spread = Math.sqrt(residue / dims);
  const planes = dims / 8;
  out.bytes.fill(0);
  let product = 0;
  for (let i = 0; i < dims; i += 1) {
    const r = vector[i]! * inverse - mean[i]!;
    const bit = 1 << (i & 7);
    const byte = i >> 3;
    let level = r < 0 ? -1 : 1;
    if (r >= 0) out.bytes[byte]! |= bit;
    if (bits === 2) {
      // The second plane is what is added to the sign: up for the larger positive ones and the smaller negative.
      const up = r >= 0 ? r > spread : r > -spread;
      if (up) out.bytes[planes + byte]! |= bit;
      level += up ? SECOND_WEIGHT : -SECOND_WEIGHT;
    }
    product += level * r;
  }
  out.factor = product === 0 ? 0 : residue / product;
  out.addend = addend;
}

/** How a row's looked-up sum becomes an estimate; the header of codes.wat has the formula. */
export interface QueryTables {
  step: number;
  base: number;
  offset: number;
}

/** Fills the tables of a query (any scale), TABLE_BYTES a column. */
export function fillTables(
  query: ArrayLike<number>,
  mean: Float32Array,
  bits: 1 | 2,
  tables: Uint8Array,
): QueryTables {
  const dims = query.length;
  let squares = 0;
  for (let i = 0; i < dims; i += 1) squares += query[i]! * query[i]!;
  if (!(squares > 0) || !Number.isFinite(squares)) {
    tables.fill(0);
    return { step: 0, base: 0, offset: 0 };
  }
  const inverse = 1 / Math.sqrt(squares);
  const centred = new Float64Array(dims * bits);
  let offset = 0;
  for (let i = 0; i < dims; i += 1) {
    const q = query[i]! * inverse;
    offset += q * mean[i]!;
    centred[i] = q - mean[i]!;
    if (bits === 2) centred[dims + i] = (q - mean[i]!) * SECOND_WEIGHT;
  }
  let base = 0;
  let widest = 0;
  for (let i = 0; i < centred.length; i += 4) {
    let sum = 0;
    for (let k = 0; k < 4; k += 1) sum += Math.abs(centred[i + k]!);
    base -= sum;
    widest = Math.max(widest, 2 * sum);
  }
  const step = widest / MAX_ENTRY;
  for (let i = 0; i < centred.length; i += 4) {
    const table = (i >> 3) * TABLE_BYTES + (i & 4) * 4;
    for (let code = 0; code < 16; code += 1) {
      let above = 0;
      // Above the lowest possible sum, a bit adds 2|q| where its sign is that of the query.
      for (let k = 0; k < 4; k += 1) {
        const q = centred[i + k]!;
        if ((code >> k) & 1 ? q > 0 : q < 0) above += 2 * Math.abs(q);
      }
      tables[table + code] = step === 0 ? 0 : Math.round(above / step);
    }
  }
  return { step, base, offset };
}
