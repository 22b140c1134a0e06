/** The scan of int8 rows: WebAssembly SIMD where it runs, else the same in TypeScript. */
import { readFileSync } from 'node:fs';
import { plainKernel } from './plain-scan.ts';
import type { KernelFactory, ScanKernel } from './scan-kernel.ts';

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
