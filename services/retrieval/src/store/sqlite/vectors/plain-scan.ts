/** scan.wat in TypeScript: the oracle of the kernel's tests, and the way out where SIMD is missing. */
import { type KernelFactory, ROW_TAIL_BYTES } from './scan-kernel.ts';

export const plainKernel: KernelFactory = (memory) => ({
  name: 'plain',
  scan(row, count, dims, query, out, scale, offset) {
    const stride = dims + ROW_TAIL_BYTES;
    const rows = new Int8Array(memory.buffer, row, count * stride);
    const wanted = new Int16Array(memory.buffer, query, dims);
    const scores = new Float32Array(memory.buffer, out, count);
    const tails = new DataView(memory.buffer, row, count * stride);
    for (let i = 0; i < count; i += 1) {
      const start = i * stride;
      let dot = 0;
      for (let d = 0; d < dims; d += 1) dot += rows[start + d]! * wanted[d]!;
      const step = tails.getFloat32(start + dims, true);
      // Rounded to float32 after each step, as the kernel does.
      scores[i] = Math.fround(Math.fround(Math.fround(dot) * step) * scale) + Math.fround(offset);
    }
  },
});
