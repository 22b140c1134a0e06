/** dots.wat in TypeScript: the oracle of the kernel's tests, and the way out where SIMD is missing. */
import type { DotsKernel } from './vector-block.ts';

/** A kernel over one memory. */
export function plainDots(memory: { buffer: ArrayBuffer }): DotsKernel {
  return (query, row, count, dims, out) => {
    const bytes = new Int8Array(memory.buffer);
    const results = new Int32Array(memory.buffer, out, count);
    for (let i = 0; i < count; i++) {
      const start = row + i * dims;
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += bytes[query + d]! * bytes[start + d]!;
      results[i] = sum;
    }
  };
}
