/**
 * The benchmark. Grows a library to the size that is asked for (once; kept in the user's cache folder), then
 * measures LibTrails and the reference on it, all on one CPU.
 *
 *   npm run bench -- [--library FILE] [--size demo|scale|quick] [--parts a,b] [--out DIR] [--cpu N]
 *
 * Without --library the starter shelf is indexed first. --quick is --size quick with fewer queries.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { root } from '../../infra/stack/stack.ts';
import { baseLibrary } from './libraries/base.ts';
import { benchLibrary } from './libraries/cache.ts';
import { DEMO, type LibrarySize, QUICK, SCALE } from './libraries/sizes.ts';
import { continueOnOneCpu, describeMachine } from './machine.ts';
import { embedding, related, scopes } from './parts/scopes.ts';
import { versus } from './parts/versus.ts';
import { startProduct } from './product/stack.ts';
import { QuerySource } from './queries/queries.ts';
import { startReference } from './reference/process.ts';
import { mergeResults } from './report/results.ts';
import { embeddingTable, relatedTable, scopesTable, versusTables } from './report/tables.ts';

const SIZES: Record<string, LibrarySize> = { demo: DEMO, scale: SCALE, quick: QUICK };
const PARTS = ['versus', 'scopes', 'related', 'embedding'] as const;
type Part = (typeof PARTS)[number];

/** Shares of a whole set of queries: to warm up, and for each of the other scopes. */
const WARM_UP = 0.1;
const SCOPE_SHARE = 0.3;

const { values: args } = parseArgs({
  options: {
    library: { type: 'string' },
    size: { type: 'string' },
    quick: { type: 'boolean', default: false },
    parts: { type: 'string', default: PARTS.join(',') },
    out: { type: 'string', default: join(root, 'test/artifacts/bench') },
    cpu: { type: 'string', default: '0' },
  },
});
const size = SIZES[args.size ?? (args.quick || args.library === undefined ? 'quick' : 'demo')];
const parts = args.parts.split(',') as Part[];
const unknown = parts.filter((part) => !PARTS.includes(part));
if (size === undefined || unknown.length > 0) {
  console.error(`--size is one of ${Object.keys(SIZES).join(', ')}; --parts of ${PARTS.join(', ')}`);
  process.exit(2);
}
continueOnOneCpu(args.cpu);

const say = (line: string) => process.stderr.write(`${line}\n`);
const base = await baseLibrary(args.library, say);
const library = await benchLibrary(base, size, say);
const { grown, real } = library.growth;
say(
  `${size.name}: ${grown.books} books, ${grown.chunks} chunks, ${grown.topics} topics, ${grown.themes} themes, ` +
    `of which real ${real.books}, ${real.chunks}, ${real.topics}, ${real.themes}`,
);

const results: Record<string, unknown> = { machine: describeMachine(), library: library.growth };
const tables: string[] = [];
const report = (part: string, figures: unknown, text: string) => {
  results[part] = figures;
  tables.push(text);
  console.log(`\n${text}`);
};

const db = new Database(join(library.folder, 'library.sqlite'), { readonly: true });
const source = new QuerySource(db);
db.close();
const share = args.quick ? 0.2 : 1;
const queries = source.draw(share, true);
const logs = mkdtempSync(join(tmpdir(), 'libtrails-bench-'));
const product = await startProduct(library.folder, logs);
const reference = await startReference(library.reference);
try {
  if (parts.includes('versus')) {
    const figures = await versus(product, reference, queries, source.draw(WARM_UP * share, false));
    report('versus', figures, versusTables(figures));
  }
  if (parts.includes('scopes')) {
    const figures = await scopes(product, () => source.draw(SCOPE_SHARE * share, false));
    report('scopes', figures, scopesTable(figures));
  }
  if (parts.includes('related')) {
    const figures = await related(product, reference);
    report('related', figures, relatedTable(figures));
  }
  if (parts.includes('embedding')) {
    const figures = await embedding(product, source.draw(share, false));
    report('embedding', figures, embeddingTable(figures));
  }
  const memory = { ours: product.rssMib(), reference: await reference.rssMib() };
  report('memoryMib', memory, `Resident memory, MiB: ${JSON.stringify(memory)}`);
} finally {
  await product.stop();
  await reference.stop();
  rmSync(logs, { recursive: true, force: true });
}

mkdirSync(args.out, { recursive: true });
const file = join(args.out, `${size.name}.json`);
mergeResults(file, results);
writeFileSync(join(args.out, `${size.name}.md`), `${tables.join('\n\n')}\n`);
say(`\n${file}`);
