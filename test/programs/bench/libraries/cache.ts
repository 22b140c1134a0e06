/** Grown libraries are built once: they lie in the user's cache folder under what they were made of. */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from '@libtrails/indexer/cache/cache-dir';
import { buildReference, REFERENCE_FILE } from '../reference/build.ts';
import { type Growth, growLibrary } from './grow.ts';
import type { LibrarySize } from './sizes.ts';

/** Raise it when grown libraries come out otherwise. */
const RECIPE = 3;
const GROWTH_FILE = 'growth.json';

export interface BenchLibrary {
  /** Data folder of the product: library.sqlite, with the float32 vectors and the reference's file beside it. */
  folder: string;
  growth: Growth;
  /** The reference's file. */
  reference: string;
}

/** The library grown from the file `base` to `size`, from the cache if it is there. */
export async function benchLibrary(
  base: string,
  size: LibrarySize,
  say: (line: string) => void,
): Promise<BenchLibrary> {
  const name = `${size.name}-${(await hashOf(base, size)).slice(0, 16)}`;
  const folder = join(cacheDir(), 'bench', name);
  if (!existsSync(join(folder, GROWTH_FILE))) {
    const building = `${folder}.building`;
    rmSync(building, { recursive: true, force: true });
    mkdirSync(building, { recursive: true });
    const tell = (line: string) => say(`${size.name}: ${line}`);
    const growth = await growLibrary(base, building, size, tell);
    tell("the reference's file");
    buildReference(building);
    writeFileSync(join(building, GROWTH_FILE), `${JSON.stringify(growth, null, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(building, folder);
  }
  const growth = JSON.parse(readFileSync(join(folder, GROWTH_FILE), 'utf8')) as Growth;
  if (growth.problems.length > 0) {
    throw new Error(`The library in ${folder} is not whole: ${growth.problems.join('; ')}`);
  }
  return { folder, growth, reference: join(folder, REFERENCE_FILE) };
}

async function hashOf(base: string, size: LibrarySize): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([RECIPE, size]));
  for await (const piece of createReadStream(base)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
