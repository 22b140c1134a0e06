/** The scan of rows of one or two bits a dimension: WebAssembly SIMD where it runs, else the same in TypeScript. */
import { readFileSync } from 'node:fs';
import type { CodesKernel, CodesKernelFactory } from './codes-kernel.ts';
import { plainCodesKernel } from './plain-codes.ts';

let compiled: WebAssembly.Module | undefined;

/** The SIMD kernel. @throws WebAssembly.CompileError on a machine without SIMD. */
export const wasmCodesKernel: CodesKernelFactory = (memory) => {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./codes.wasm', import.meta.url)));
  const instance = new WebAssembly.Instance(compiled, { env: { memory } });
  return { name: 'wasm-simd', estimate: instance.exports.estimate as CodesKernel['estimate'] };
};

/** The fastest kernel that runs here; both give the same estimates to the last bit. */
export const bestCodesKernel: CodesKernelFactory = (memory) => {
  try {
    return wasmCodesKernel(memory);
  } catch {
    return plainCodesKernel(memory);
  }
};
