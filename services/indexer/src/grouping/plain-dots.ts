/** dots.wat in TypeScript: the oracle of the kernel's tests, and the way out where SIMD is missing. */

/** Writes `count` int32 dot products of the vector at `query` with the rows from `row` on; all byte addresses. */
export type DotsKernel = (query: number, row: number, count: number, dims: number, out: number) => void;

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
