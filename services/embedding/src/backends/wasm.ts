/** ONNX Runtime's WebAssembly build, for machines where the native addon does not load. About three times slower. */
import { readFile } from 'node:fs/promises';
import type { Precision } from '@libtrails/models/manifest';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import type { Backend } from './backend.ts';
import { readGraph } from './graph.ts';
import { ortBackend } from './ort-model.ts';

export interface WasmOptions {
  /** Path of the weights. */
  weights: string;
  precision: Precision;
}

/** Loads the weights into WebAssembly memory; single-threaded. */
export async function openWasm({ weights, precision }: WasmOptions): Promise<Backend> {
  env.wasm.numThreads = 1;
  const graph = precision === 'int8' ? await readGraph(weights) : await readFile(weights);
  const session = await InferenceSession.create(graph, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  return ortBackend({ name: 'wasm', precision, session, Tensor });
}
