/** The model's files: how they are recognised, and where they can be had. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ModelProfile, PROFILE } from './profile.ts';

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
  files: readonly ModelFile[];
}

export const MANIFEST: ModelManifest = readManifest(PROFILE);

/** The files needed to embed with these precisions: their weights, and the tokenizer. */
export function filesFor(manifest: ModelManifest, precisions: readonly Precision[]): ModelFile[] {
  return manifest.files.filter((file) => file.holds === 'tokenizer' || precisions.includes(file.holds));
}

/** A profile without `files.json` has no weights of its own: its vectors come from another server. */
function readManifest({ folder, name }: ModelProfile): ModelManifest {
  const file = join(folder, 'files.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return { name, publisher: '', licence: '', homepage: '', folder: name, files: [] };
}
