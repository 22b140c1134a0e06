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

/** What rows are coded around, and room to work in. */
export interface Coder {
  bits: 1 | 2;
  /** A mean of unit rows. */
  mean: Float32Array;
  /** From the mean to the point that rows are stored around. */
  shift: Float32Array;
  /** Of as many components as a row. */
  residual: Float32Array;
}

/**
 * Codes the stored row `vector`, which stands for the unit vector mean + shift + step · vector, into `out`, whose
 * bytes are `columnsOf` long. Signs and sizes are compared as integers: as numbers, half of the branches would be
 * guessed wrongly, and a start codes every row.
 */
export function codesOf(
  vector: Int8Array,
  step: number,
  { bits, mean, shift, residual }: Coder,
  out: Codes,
): void {
  const dims = vector.length;
  const patterns = new Int32Array(residual.buffer, residual.byteOffset, dims);
  let squares = 0;
  let addend = 0;
  for (let i = 0; i < dims; i += 1) {
    const r = shift[i]! + step * vector[i]!;
    residual[i] = r;
    squares += r * r;
    addend += r * mean[i]!;
  }
  // Sizes up to the spread are small, those above it large.
  const spread = patternOf(Math.sqrt(squares / dims));
  const planes = dims / 8;
  let product = 0;
  for (let byte = 0; byte < planes; byte += 1) {
    let signs = 0;
    let ups = 0;
    for (let bit = 0; bit < 8; bit += 1) {
      const i = byte * 8 + bit;
      const pattern = patterns[i]!;
      const negative = pattern >>> 31;
      const large = (spread - (pattern & 0x7fffffff)) >>> 31;
      signs |= (negative ^ 1) << bit;
      // The second plane is what is added to the sign: up for the larger positive ones and the smaller negative.
      ups |= (negative ^ large) << bit;
      product += Math.abs(residual[i]!) * (bits === 1 ? 1 : large + 1 - SECOND_WEIGHT);
    }
    out.bytes[byte] = signs;
    if (bits === 2) out.bytes[planes + byte] = ups;
  }
  out.factor = product === 0 ? 0 : squares / product;
  out.addend = addend;
}

const FLOAT = new Float32Array(1);
const PATTERN = new Int32Array(FLOAT.buffer);

/** The bits of a float32: those of greater positive numbers are greater. */
function patternOf(number: number): number {
  FLOAT[0] = number;
  return PATTERN[0]!;
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
