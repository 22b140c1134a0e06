/** The model as data: which files it has, how they are recognised, and how its vectors are made. */
import json from '../manifest.json' with { type: 'json' };

export type Precision = 'int8' | 'float32';

export interface ModelFile {
  /** Name in the model's folder. */
  name: string;
  /** Weights of one precision, or the tokenizer that all precisions share. */
  holds: Precision | 'tokenizer';
  bytes: number;
  /** Hexadecimal. The only thing that decides whether a file is the right one. */
  sha256: string;
  /** Names under which a local folder may hold the same bytes. */
  alsoNamed: readonly string[];
  huggingFace: { repository: string; revision: string; path: string };
  /** A jar by its coordinates (group:artifact:version), and the file inside it. */
  maven: { artifact: string; entry: string };
}

export interface ModelManifest {
  name: string;
  publisher: string;
  licence: string;
  homepage: string;
  /** Folder under the models folder. */
  folder: string;
  /** Length of a vector. */
  dims: number;
  /** Longest input, [CLS] and [SEP] included. */
  maxTokens: number;
  pooling: string;
  normalisation: string;
  /** Goes before a question that is compared with passages. */
  queryInstruction: string;
  /** Changes whenever a prefix changes, so that vectors of different prefixes are told apart. */
  prefixVersion: string;
  files: readonly ModelFile[];
}

export const MANIFEST: ModelManifest = json as ModelManifest;

/** The files needed to embed with these precisions: their weights, and the tokenizer. */
export function filesFor(manifest: ModelManifest, precisions: readonly Precision[]): ModelFile[] {
  return manifest.files.filter((file) => file.holds === 'tokenizer' || precisions.includes(file.holds));
}
