/** Checks files against their size and sha256. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ModelFile } from './manifest.ts';

export type Verdict = 'right' | 'missing' | { wrong: string };

/** Compares size first (free), then sha256. A file that is not there is `missing`, not an error. */
export async function verifyFile(
  path: string,
  expected: Pick<ModelFile, 'bytes' | 'sha256'>,
): Promise<Verdict> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) return 'missing';
  if (found.size !== expected.bytes) {
    return { wrong: `${found.size} bytes instead of ${expected.bytes}` };
  }
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  const sha256 = hash.digest('hex');
  return sha256 === expected.sha256 ? 'right' : { wrong: `sha256 ${sha256} instead of ${expected.sha256}` };
}
