/** The default backend: ONNX Runtime's native build. */
import type { Precision } from '@libtrails/models/manifest';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Backend } from './backend.ts';
import { ortBackend } from './ort-model.ts';

export interface OnnxOptions {
  /** Path of the weights. */
  weights: string;
  precision: Precision;
  /** Threads within one operator; 1 on a one-CPU machine. */
  threads: number;
}

/** Loads the weights. Rejects if the native addon does not load on this machine or the file is not a model. */
export async function openOnnx({ weights, precision, threads }: OnnxOptions): Promise<Backend> {
  const session = await InferenceSession.create(weights, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // The arena never gives memory back: after one long text it keeps some 60 MB. Together with the allocator
    // settings in the README the process stays below 140 MB instead of 190.
    enableCpuMemArena: false,
  });
  return ortBackend({ name: 'onnx', precision, session, Tensor });
}
