/**
 * The weights in the form in which the running process needs them: the graph optimised, the matrices packed for the
 * processor's instructions, and the numbers in a separate file that ONNX Runtime maps into memory. So they are pages of
 * a file, which the system can drop and read again, instead of anonymous memory, and loading computes little. The
 * vectors are the same to the last bit (mapped-weights.test.ts).
 *
 * Made once, beside the weights, by the first process that may write there. ONNX Runtime finds a packed matrix
 * by the hash of what it would pack itself, so on another kind of processor it packs again and takes about 20 MB more.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { env, InferenceSession } from 'onnxruntime-node';
import { readGraph } from './graph.ts';

const MODEL_FILE = 'model.onnx';
const NUMBERS_FILE = 'numbers.bin';
/** Raise it when the graph is edited otherwise (graph.ts). */
const GRAPH_VERSION = 'cls-1';
/** Smaller constants stay in the model file. */
const LEAST_BYTES = 1024;

/** Where the mapped form of a weights file lies: a folder for each version of the runtime and of the edit. */
export function mappedModelPath(weights: string): string {
  const folder = `${basename(weights, '.onnx')}-mapped-${GRAPH_VERSION}-${env.versions.node}`;
  return join(dirname(weights), folder, MODEL_FILE);
}

/**
 * The path of the mapped form, made if it is missing.
 * @throws Error if the weights are no model, or the folder can't be written
 */
export async function mapWeights(weights: string): Promise<string> {
  const model = mappedModelPath(weights);
  if (existsSync(model)) return model;
  const folder = dirname(model);
  const unfinished = await mkdtemp(`${folder}-`);
  try {
    await save(weights, join(unfinished, MODEL_FILE));
    // mkdtemp keeps others out; the service may run as another user than the one who built the image.
    await chmod(unfinished, 0o755);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(model)) throw error;
  }
  return model;
}

async function save(weights: string, model: string): Promise<void> {
  const session = await InferenceSession.create(await readGraph(weights), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    // Beyond "extended" are layouts for convolutions, which this model has none of.
    graphOptimizationLevel: 'extended',
    optimizedModelFilePath: model,
    extra: {
      session: {
        optimized_model_external_initializers_file_name: NUMBERS_FILE,
        optimized_model_external_initializers_min_size_in_bytes: String(LEAST_BYTES),
        save_external_prepacked_constant_initializers: '1',
      },
    },
  });
  await session.release();
}
