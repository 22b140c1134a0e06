/** A folder of the user's that already holds the files, under any of their usual names. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyFile } from '../verify.ts';
import { type Source, SourceError } from './source.ts';

export function localFolder(dir: string): Source {
  return {
    name: `folder ${dir}`,
    async fetch(file, target) {
      const seen: string[] = [];
      for (const name of [file.name, ...file.alsoNamed]) {
        const path = join(dir, name);
        const verdict = await verifyFile(path, file);
        if (verdict === 'right') {
          await copyFile(path, target);
          return;
        }
        if (verdict !== 'missing') seen.push(`${name} has ${verdict.wrong}`);
      }
      throw new SourceError(
        seen.length > 0 ? seen.join('; ') : `holds none of ${[file.name, ...file.alsoNamed].join(', ')}`,
      );
    },
  };
}
