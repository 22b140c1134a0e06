/** Ours and the reference, one after the other, each alone on the emulated 1-GB server. */
import { join } from 'node:path';
import { freePort, isServing, waitUntil } from '../../../../infra/stack/health.ts';
import { EMBEDDING_MALLOC } from '../../../../infra/stack/stack.ts';
import { Box } from '../containers/box.ts';
import { dropFromPageCache } from '../file-cache.ts';
import { connectProduct, WITHOUT_CACHES } from '../product/stack.ts';
import type { Query } from '../queries/queries.ts';
import { connectReference } from '../reference/process.ts';
import { type Summary, summarise } from '../stats.ts';

/** As in docker-compose.yml. */
const EMBEDDING_MIB = 160;
const RETRIEVAL_MIB = 320;
/** The reference may have the whole box. */
const REFERENCE_MIB = 874;
const START_TIMEOUT_MS = 300_000;

export interface Contained {
  ours: Summary;
  reference7?: Summary;
  reference6?: Summary;
  /** Reference over ours at p50. */
  ratios: { of7?: number; of6?: number };
  /** MiB after the searches. */
  memoryMib: { ours: Record<string, number>; reference?: Record<string, number> };
  degraded: number;
}

export interface ContainedInput {
  folder: string;
  /** Left out where it can't hold the library. */
  referenceFile: string | undefined;
  cpu: string;
  queries: readonly Query[];
  warmUp: readonly Query[];
  /** The reference gets only so many: it may take seconds for each. */
  referenceQueries: number;
}

export async function contained(input: ContainedInput): Promise<Contained> {
  const ours = await runOurs(input);
  const result: Contained = {
    ours: ours.took,
    ratios: {},
    memoryMib: { ours: ours.memory },
    degraded: ours.degraded,
  };
  if (input.referenceFile !== undefined) {
    const theirs = await runReference(input, input.referenceFile);
    result.reference7 = theirs.seven;
    result.reference6 = theirs.six;
    result.memoryMib.reference = theirs.memory;
    const ratio = (side: Summary) => Math.round((side.p50 / ours.took.p50) * 100) / 100;
    result.ratios = { of7: ratio(theirs.seven), of6: ratio(theirs.six) };
  }
  return result;
}

async function runOurs({ folder, cpu, queries, warmUp }: ContainedInput) {
  const ports = { embedding: await freePort(), grpc: await freePort(), http: await freePort() };
  const addresses = { retrieval: `127.0.0.1:${ports.grpc}`, embedding: `127.0.0.1:${ports.embedding}` };
  const env = {
    LIBTRAILS_HOST: '127.0.0.1',
    LIBTRAILS_LOG_LEVEL: 'warn',
    EMBEDDING_PORT: String(ports.embedding),
    RETRIEVAL_EMBEDDING: addresses.embedding,
    RETRIEVAL_GRPC_PORT: String(ports.grpc),
    RETRIEVAL_HTTP_PORT: String(ports.http),
    LIBTRAILS_DATA: folder,
    ...WITHOUT_CACHES,
  };
  dropFromPageCache(join(folder, 'library.sqlite'));
  // Node's heaps as in infra/docker/Dockerfile.
  const box = new Box(cpu);
  const product = connectProduct(addresses.retrieval, addresses.embedding);
  try {
    box.start({
      name: 'embedding',
      command: ['services/embedding/src/main.ts'],
      nodeArgs: ['--max-semi-space-size=1'],
      env: { ...env, ...EMBEDDING_MALLOC },
      memoryMib: EMBEDDING_MIB,
      folders: [],
    });
    box.start({
      name: 'retrieval',
      command: ['services/retrieval/src/main.ts'],
      nodeArgs: ['--max-semi-space-size=8', '--max-old-space-size=128', '--heap-growing-percent=100'],
      env,
      memoryMib: RETRIEVAL_MIB,
      folders: [folder],
    });
    for (const [name, address] of Object.entries(addresses)) {
      await waitUntil(`The ${name} container`, () => isServing(address), START_TIMEOUT_MS);
    }
    for (const { text } of warmUp) await product.search(text);
    const took: number[] = [];
    let degraded = 0;
    for (const { text } of queries) {
      const started = performance.now();
      const answer = await product.search(text);
      took.push(performance.now() - started);
      if (answer.degraded) degraded += 1;
    }
    return { took: summarise(took), memory: box.memoryMib(), degraded };
  } finally {
    product.close();
    box.stop();
  }
}

async function runReference(
  { folder, cpu, queries, warmUp, referenceQueries }: ContainedInput,
  file: string,
): Promise<{ seven: Summary; six: Summary; memory: Record<string, number> }> {
  const port = await freePort();
  dropFromPageCache(file);
  const box = new Box(cpu);
  const reference = connectReference(`http://127.0.0.1:${port}`);
  try {
    box.start({
      name: 'reference',
      command: ['test/programs/bench/reference/server.ts', '--file', file, '--port', String(port)],
      memoryMib: REFERENCE_MIB,
      folders: [folder],
    });
    await waitUntil(
      'The reference container',
      () => reference.rssMib().then(Boolean, () => false),
      START_TIMEOUT_MS,
    );
    const took = { 7: [] as number[], 6: [] as number[] };
    for (const { text } of warmUp.slice(0, 10)) await reference.search(text, 7);
    for (const signals of [7, 6] as const) {
      for (const { text } of queries.slice(0, referenceQueries)) {
        const started = performance.now();
        await reference.search(text, signals);
        took[signals].push(performance.now() - started);
      }
    }
    return { seven: summarise(took[7]), six: summarise(took[6]), memory: box.memoryMib() };
  } finally {
    box.stop();
  }
}
