/** Where the model's files lie. */
import { join, resolve } from 'node:path';
import { MANIFEST, type ModelManifest, type Precision } from './manifest.ts';

export interface ModelPaths {
  /** Absolute folder of the model. */
  dir: string;
  tokenizer: string;
  /** Absolute path of the weights of each precision; `existsSync` tells whether they are there. */
  weights: Readonly<Record<Precision, string>>;
}

/** Names of files that the profile does not list: a tokenizer may be put there by hand. */
const DEFAULT_NAMES: Readonly<Record<Precision | 'tokenizer', string>> = {
  int8: 'model.onnx',
  float32: 'model-float32.onnx',
  tokenizer: 'tokenizer.json',
};

/** The `models/` folder of this checkout. */
const DEFAULT_MODELS_DIR = resolve(import.meta.dirname, '..');

/**
 * Resolves the paths without touching the disk.
 * @param modelsDir the folder that holds the model's folder (`bge-small-onnx`); by default LIBTRAILS_MODELS,
 *   else `models/` of this checkout.
 */
export function modelPaths(
  modelsDir: string | undefined = process.env.LIBTRAILS_MODELS,
  manifest: ModelManifest = MANIFEST,
): ModelPaths {
  const dir = resolve(modelsDir || DEFAULT_MODELS_DIR, manifest.folder);
  const pathOf = (holds: Precision | 'tokenizer') => {
    const file = manifest.files.find((f) => f.holds === holds);
    return join(dir, file?.name ?? DEFAULT_NAMES[holds]);
  };
  return {
    dir,
    tokenizer: pathOf('tokenizer'),
    weights: { int8: pathOf('int8'), float32: pathOf('float32') },
  };
}
