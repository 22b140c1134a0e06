/** `libtrails index FOLDER`, `libtrails index --calibre FOLDER`. */
import { stat } from 'node:fs/promises';
import { formatNames } from '@libtrails/common/book-formats';
import { fromCaller } from '../data-folder.ts';
import { EXIT, UsageError } from '../exit-codes.ts';
import { json } from '../output.ts';
import { indexerPart } from '../parts.ts';
import { stoppingSignal } from '../stopping.ts';

interface IndexFlags {
  calibre?: string;
  to?: string;
  embedding?: string;
  token?: string;
  cache: boolean;
  limit?: number;
  json?: boolean;
}

export async function index(folder: string | undefined, flags: IndexFlags): Promise<void> {
  const { calibre } = flags;
  if ((folder === undefined) === (calibre === undefined)) {
    throw new UsageError('Name one folder of books, or a Calibre library with --calibre.');
  }
  const path = fromCaller(calibre ?? folder ?? '');
  if (!(await stat(path).catch(() => undefined))?.isDirectory()) {
    throw new UsageError(`${path} is no folder: name one that holds ${formatNames()} files.`);
  }
  const { indexOnce } = await indexerPart(() => import('@libtrails/indexer/index-command'));
  const { to, embedding, token, cache, limit } = flags;
  const output = flags.json ? undefined : process.stdout;
  const run = { retrieval: to, embedding, token, cache, limit, output, calibre: calibre !== undefined };
  const summary = await indexOnce(path, run, stoppingSignal('Stopped; run the same command to go on.'));
  if (flags.json) console.log(json(summary));
  if (summary.failed.length > 0) process.exitCode = EXIT.failed;
}
