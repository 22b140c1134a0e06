/**
 * The benchmark. Grows a library to the size that is asked for (once; kept in the user's cache folder), then
 * measures LibTrails and the reference on it, all on one CPU. Options: options.ts.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbedder } from '@libtrails/embedding/embedder';
import Database from 'better-sqlite3';
import { baseLibrary } from './libraries/base.ts';
import { type BenchLibrary, benchLibrary } from './libraries/cache.ts';
import { readFloatRows } from './libraries/float-rows.ts';
import { continueOnOneCpu, describeMachine } from './machine.ts';
import { type Options, readOptions } from './options.ts';
import { cold } from './parts/cold.ts';
import { contained } from './parts/contained.ts';
import { fidelity } from './parts/fidelity.ts';
import { installPeers, peers } from './parts/peers.ts';
import { profile } from './parts/profile.ts';
import { embedding, related, scopes } from './parts/scopes.ts';
import { versus } from './parts/versus.ts';
import { startProduct } from './product/stack.ts';
import { type Query, QuerySource } from './queries/queries.ts';
import { startReference } from './reference/process.ts';
import { drawPlot, mergeResults } from './report/results.ts';
import * as tables from './report/tables.ts';

/** Shares of a whole set of queries: to warm up, for each of the other scopes, and after a cold start. */
const WARM_UP = 0.1;
const SCOPE_SHARE = 0.3;
const COLD_SHARE = 0.04;
/** Query vectors that the peers are asked with. */
const PEER_QUERIES = 200;
/** Queries for the reference on the small server, where each may take seconds. */
const CONTAINED_REFERENCE_QUERIES = 60;
/** Topics up to which the reference is tried inside the box. */
const LARGEST_CONTAINED = 300_000;

/** Each part is printed and kept as soon as it is measured: a run that is cut off loses only what was under way. */
class Report {
  readonly #file: string;
  readonly #about: Readonly<Record<string, unknown>>;

  constructor(file: string, about: Readonly<Record<string, unknown>>) {
    this.#file = file;
    this.#about = about;
  }

  add(part: string, figures: unknown, text: string): void {
    mergeResults(this.#file, { ...this.#about, [part]: figures });
    console.log(`\n${text}`);
  }
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const options = readOptions();
continueOnOneCpu(options.cpu);
await run(options);

async function run({ library: given, size, parts, out, cpu, share }: Options): Promise<void> {
  const library = await benchLibrary(await baseLibrary(given, say), size, say);
  const { grown, real } = library.growth;
  say(
    `${size.name}: ${grown.books} books, ${grown.chunks} chunks, ${grown.topics} topics, ${grown.themes} themes, ` +
      `of which real ${real.books}, ${real.chunks}, ${real.topics}, ${real.themes}`,
  );
  mkdirSync(out, { recursive: true });
  const file = join(out, `${size.name}.json`);
  const report = new Report(file, { machine: describeMachine(), library: library.growth });
  const db = new Database(join(library.folder, 'library.sqlite'), { readonly: true });
  const source = new QuerySource(db);
  db.close();
  const queries = source.draw(share, true);
  const logs = mkdtempSync(join(tmpdir(), 'libtrails-bench-'));
  const wants = (...names: Options['parts']) => names.some((name) => parts.includes(name));
  try {
    if (wants('versus', 'scopes', 'related', 'embedding', 'profile')) {
      await sideBySide(library, { source, queries, parts, share, logs }, report);
    }
    if (wants('cold')) {
      const figures = await cold(library.folder, library.reference, logs, source.draw(COLD_SHARE, false));
      report.add('cold', figures, tables.coldTable(figures));
    }
    if (wants('fidelity')) {
      const figures = await fidelity(library.folder, queries);
      report.add('fidelity', figures, tables.fidelityTable(figures));
    }
    if (wants('peers') && installPeers(say)) {
      const figures = await peers(readFloatRows(library.folder, 'topics'), await embedded(queries), say);
      report.add('peers', figures, tables.peersTable(figures));
    }
    if (wants('contained')) {
      const figures = await contained({
        folder: library.folder,
        // Its scans read all float32 vectors: beyond the box's memory each takes tens of seconds.
        referenceFile: grown.topics <= LARGEST_CONTAINED ? library.reference : undefined,
        cpu,
        queries,
        warmUp: source.draw(WARM_UP * share, false),
        referenceQueries: CONTAINED_REFERENCE_QUERIES,
      });
      report.add('contained', figures, tables.containedTable(figures));
    }
  } finally {
    rmSync(logs, { recursive: true, force: true });
  }
  drawPlot(out);
  say(`\n${file}`);
}

/** What needs both servers at once. */
async function sideBySide(
  { folder, reference: file, growth }: BenchLibrary,
  work: {
    source: QuerySource;
    queries: readonly Query[];
    parts: Options['parts'];
    share: number;
    logs: string;
  },
  report: Report,
): Promise<void> {
  const { source, queries, parts, share, logs } = work;
  const product = await startProduct(folder, logs);
  const reference = await startReference(file);
  try {
    if (parts.includes('versus') || parts.includes('profile')) {
      const figures = await versus(product, reference, queries, source.draw(WARM_UP * share, false));
      report.add('versus', figures, tables.versusTables(figures));
      if (parts.includes('profile')) {
        const parted = profile(figures, growth.grown);
        report.add('profile', parted, tables.profileTable(parted));
      }
    }
    if (parts.includes('scopes')) {
      const figures = await scopes(product, () => source.draw(SCOPE_SHARE * share, false));
      report.add('scopes', figures, tables.scopesTable(figures));
    }
    if (parts.includes('related')) {
      const figures = await related(product, reference);
      report.add('related', figures, tables.relatedTable(figures));
    }
    if (parts.includes('embedding')) {
      const figures = await embedding(product, source.draw(share, false));
      report.add('embedding', figures, tables.embeddingTable(figures));
    }
    const memory = { ours: product.rssMib(), reference: await reference.rssMib() };
    report.add('residentMib', memory, `Resident memory, MiB: ${JSON.stringify(memory)}`);
    const held = await product.eventLoopP99();
    report.add('eventLoopP99Ms', held, `Event loop of retrieval held, p99: ${held} ms`);
  } finally {
    await product.stop();
    await reference.stop();
  }
}

/** The first queries as the topics' scan sees them. */
async function embedded(queries: readonly Query[]): Promise<Float32Array[]> {
  const embedder = await createEmbedder({ cacheSize: 0 });
  const vectors: Float32Array[] = [];
  for (const { text } of queries.slice(0, PEER_QUERIES)) {
    vectors.push((await embedder.embed([text], 'LABEL', { interactive: true })).vectors);
  }
  await embedder.close();
  return vectors;
}
