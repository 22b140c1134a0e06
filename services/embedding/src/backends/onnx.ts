/** The default backend: ONNX Runtime's native build. */
import './no-telemetry.ts';
import type { Precision } from '@libtrails/models/manifest';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Backend } from './backend.ts';
import { readGraph } from './graph.ts';
import { mapWeights } from './mapped-weights.ts';
import { ortBackend } from './ort-model.ts';

export interface OnnxOptions {
  /** Path of the weights. */
  weights: string;
  precision: Precision;
  /** Threads within one operator; 1 on a one-CPU machine. */
  threads: number;
}

/** Loads the weights. Rejects if the native addon does not load on this machine or the file is not a model. */
export async function openOnnx(options: OnnxOptions): Promise<Backend> {
  const { precision } = options;
  return ortBackend({ name: 'onnx', precision, session: await openSession(options), Tensor });
}

async function openSession({ weights, precision, threads }: OnnxOptions): Promise<InferenceSession> {
  const settings: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    // The arena never gives memory back: after one long text it keeps about 60 MB.
    enableCpuMemArena: false,
  };
  // The mapped form doubles the file's size on disk: worth it for 34 MB, not for 133.
  if (precision === 'int8') {
    try {
      const mapped = await mapWeights(weights);
      return await InferenceSession.create(mapped, { ...settings, graphOptimizationLevel: 'disabled' });
    } catch {
      // The folder can't be written or the file is damaged: load the same graph into memory, which takes more of it.
      return InferenceSession.create(await readGraph(weights), {
        ...settings,
        graphOptimizationLevel: 'all',
      });
    }
  }
  return InferenceSession.create(weights, { ...settings, graphOptimizationLevel: 'all' });
}
