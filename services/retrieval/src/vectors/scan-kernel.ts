/** The scan of int8 rows: WebAssembly SIMD where it runs, the same loop in TypeScript where it does not. */
import { readFileSync } from 'node:fs';
import { plainKernel } from './plain-scan.ts';

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

let compiled: WebAssembly.Module | undefined;

/** The SIMD kernel. @throws WebAssembly.CompileError on a machine without SIMD. */
export const wasmKernel: KernelFactory = (memory) => {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./scan.wasm', import.meta.url)));
  const instance = new WebAssembly.Instance(compiled, { env: { memory } });
  return { name: 'wasm-simd', scan: instance.exports.scan as ScanKernel['scan'] };
};

/** The fastest kernel that runs here; both give the same scores to the last bit. */
export const bestKernel: KernelFactory = (memory) => {
  try {
    return wasmKernel(memory);
  } catch {
    return plainKernel(memory);
  }
};
