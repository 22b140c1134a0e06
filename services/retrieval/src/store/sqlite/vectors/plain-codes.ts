/** codes.wat in TypeScript: the oracle of the kernel's tests, and the way out where SIMD is missing. */
import { BLOCK_ROWS, BLOCK_TAIL_BYTES, type CodesKernelFactory, TABLE_BYTES } from './codes-kernel.ts';

export const plainCodesKernel: CodesKernelFactory = (memory) => ({
  name: 'plain',
  estimate(block, count, columns, tables, out, step, base, offset) {
    const codeBytes = columns * BLOCK_ROWS;
    const blockBytes = codeBytes + BLOCK_TAIL_BYTES;
    const entries = new Uint8Array(memory.buffer, tables, columns * TABLE_BYTES);
    for (let b = 0; b < count; b += 1) {
      const at = block + b * blockBytes;
      const codes = new Uint8Array(memory.buffer, at, codeBytes);
      const factors = new Float32Array(memory.buffer, at + codeBytes, BLOCK_ROWS);
      const addends = new Float32Array(memory.buffer, at + codeBytes + 64, BLOCK_ROWS);
      const estimates = new Float32Array(memory.buffer, out + b * 64, BLOCK_ROWS);
      for (let row = 0; row < BLOCK_ROWS; row += 1) {
        let sum = 0;
        for (let column = 0; column < columns; column += 1) {
          const code = codes[column * BLOCK_ROWS + row]!;
          const table = column * TABLE_BYTES;
          sum += entries[table + (code & 15)]! + entries[table + 16 + (code >> 4)]!;
        }
        // Rounded to float32 after each step, as the kernel does.
        const dot = Math.fround(Math.fround(Math.fround(sum) * Math.fround(step)) + Math.fround(base));
        const addend = Math.fround(addends[row]! + Math.fround(offset));
        estimates[row] = Math.fround(dot * factors[row]!) + addend;
      }
    }
  },
});
