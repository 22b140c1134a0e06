/** Input and output of a scan of rows of one or two bits a dimension, for every implementation. */

/** Rows that lie together, column by column. */
export const BLOCK_ROWS = 16;
/** Bytes behind the codes of a block: float32 factor and float32 addend of each row. */
export const BLOCK_TAIL_BYTES = BLOCK_ROWS * 8;
/** Bytes of the query's two tables for one column of eight bits. */
export const TABLE_BYTES = 32;

export interface CodesKernel {
  name: 'wasm-simd' | 'plain';
  /**
   * Estimates the cosines of `count` blocks from byte address `block` on; writes float32 from `out` on.
   * `columns` bytes a row; `tables` is the address of the query's tables. The header of codes.wat has the formula.
   */
  estimate(
    block: number,
    count: number,
    columns: number,
    tables: number,
    out: number,
    step: number,
    base: number,
    offset: number,
  ): void;
}

/** Makes a kernel that works on one memory. */
export type CodesKernelFactory = (memory: WebAssembly.Memory) => CodesKernel;
