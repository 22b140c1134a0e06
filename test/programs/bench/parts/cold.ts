/** After a restart, with nothing of the file in memory: from start to health, and the first searches. */
import { join } from 'node:path';
import { dropFromPageCache } from '../file-cache.ts';
import { startProduct } from '../product/stack.ts';
import type { Query } from '../queries/queries.ts';
import { startReference } from '../reference/process.ts';
import { type Summary, summarise } from '../stats.ts';

export interface ColdSide {
  /** From the start of the processes to their health. */
  startMs: number;
  firstMs: number;
  /** The next ones. */
  next: Summary;
}

export interface Cold {
  ours: ColdSide;
  reference: ColdSide;
}

/** Starts each side once and asks it the queries. */
export async function cold(
  folder: string,
  referenceFile: string,
  logs: string,
  queries: readonly Query[],
): Promise<Cold> {
  for (const file of [join(folder, 'library.sqlite'), referenceFile]) dropFromPageCache(file);
  const product = await startProduct(folder, logs);
  const ours = await ask((text) => product.search(text), product.startedMs, queries);
  await product.stop();
  const reference = await startReference(referenceFile);
  const theirs = await ask((text) => reference.search(text, 7), reference.startedMs, queries);
  await reference.stop();
  return { ours, reference: theirs };
}

async function ask(
  search: (text: string) => Promise<unknown>,
  startMs: number,
  queries: readonly Query[],
): Promise<ColdSide> {
  const took: number[] = [];
  for (const { text } of queries) {
    const started = performance.now();
    await search(text);
    took.push(performance.now() - started);
  }
  return { startMs: Math.round(startMs), firstMs: took[0]!, next: summarise(took.slice(1)) };
}
