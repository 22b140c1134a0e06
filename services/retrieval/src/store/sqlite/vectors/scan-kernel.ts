/** What a scan of int8 rows is given and gives, whoever does it. */

/** Bytes behind the components of a row: its float32 step and padding, so that rows stay 16-byte aligned. */
export const ROW_TAIL_BYTES = 16;

export interface ScanKernel {
  name: 'wasm-simd' | 'plain';
  /**
   * Scores `count` rows from byte address `row` against the int16 query at `query`; writes float32 cosines
   * from `out` on. `scale` is 1/|query|, `offset` the part of every cosine that lies in the rows' mean.
   */
  scan(
    row: number,
    count: number,
    dims: number,
    query: number,
    out: number,
    scale: number,
    offset: number,
  ): void;
}

/** Makes a kernel that works on one memory. */
export type KernelFactory = (memory: WebAssembly.Memory) => ScanKernel;
