/**
 * `npm run proto [-- --check]`: writes everything that is generated from proto/libtrails. With --check it writes
 * nothing and fails if a committed file differs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorsDocument } from '@libtrails/common/problem-pages';
import { type ContractModel, readContract } from '@libtrails/proto/contract';
import { httpTypesModule, messagesWithin, valuesModule, withValues } from '@libtrails/proto/write-types';
import { recordedExamples } from './recorded-examples.ts';

type Operations = typeof import('../../services/retrieval/src/http/openapi/operations.ts');
type Document = typeof import('../../services/retrieval/src/http/openapi/document.ts');
type Signals = typeof import('../../services/retrieval/src/signals/all-signals.ts');
type Formats = typeof import('../../services/indexer/src/formats/registry.ts');
type Skipped = typeof import('../../services/indexer/src/folder/skipped-entry.ts');

const root = join(import.meta.dirname, '../..');
const library = readContract('library');
const ingest = readContract('ingest');
/** The contract of reading, with the sets of values of both. */
const all: ContractModel = { ...library, values: new Map([...library.values, ...ingest.values]) };
const sets: ReadonlySet<string> = new Set(all.values.keys());

/** Messages that clients send, by contract. */
const received: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({ library, ingest }).map(([name, contract]) => {
    const requests = [...contract.messages.keys()].filter((message) => message.endsWith('Request'));
    return [name, new Set(messagesWithin(contract, requests).map((message) => message.name))];
  }),
);

/** Types of gRPC messages and clients, by path under proto/gen. */
function grpcTypes(): [path: string, text: string][] {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-proto-'));
  try {
    for (const name of ['embedding', 'library', 'ingest']) {
      execFileSync(
        join(root, 'node_modules/.bin/proto-loader-gen-types'),
        [
          '--longs=Number',
          '--enums=String',
          '--defaults',
          '--arrays',
          '--objects',
          '--oneofs',
          '--inputTemplate=%s',
          '--outputTemplate=%s__Out',
          '--grpcLib=@grpc/grpc-js',
          '--importFileExtension=.ts',
          `--includeDirs=${join(root, 'proto')}`,
          `--outDir=${folder}`,
          `libtrails/${name}/v1/${name}.proto`,
        ],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      );
    }
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        // The generator writes the absolute path of its source into each file: keep only what is ours.
        const text = readFileSync(path, 'utf8').replace(
          /^(\/\/ Original file: ).*\/(proto\/libtrails\/)/,
          '$1$2',
        );
        const under = path.slice(folder.length);
        return [`proto/gen${under}`, withSets(under, text)];
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Narrows the strings of a message's types to their values. */
function withSets(path: string, text: string): string {
  const [, name, message] = /^\/libtrails\/(library|ingest)\/v1\/(\w+)\.ts$/.exec(path) ?? [];
  const contract = name === 'library' ? library : ingest;
  const described = message === undefined ? undefined : contract.messages.get(message);
  return described === undefined ? text : withValues(text, described, sets, received[name!]!.has(message!));
}

/** Modules that the services import, by path. */
function modules(): Map<string, string> {
  return new Map([...grpcTypes(), ['proto/gen/values.ts', valuesModule(all)]]);
}

/** What is made from the services' own modules, so that those must have been written before. */
async function fromServices(): Promise<Map<string, string>> {
  const retrieval = '../../services/retrieval/src';
  const { OPERATIONS } = (await import(`${retrieval}/http/openapi/operations.ts`)) as Operations;
  const { openApiDocument } = (await import(`${retrieval}/http/openapi/document.ts`)) as Document;
  const { SIGNAL_NAMES } = (await import(`${retrieval}/signals/all-signals.ts`)) as Signals;
  const indexer = '../../services/indexer/src';
  const { refusalCodes } = (await import(`${indexer}/formats/registry.ts`)) as Formats;
  const { LEFT_OUT_CODES } = (await import(`${indexer}/folder/skipped-entry.ts`)) as Skipped;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const bodies = OPERATIONS.flatMap(({ answer }) => answer?.message ?? []);
  const openapi = openApiDocument({
    library,
    ingest,
    signals: SIGNAL_NAMES,
    refusals: [...new Set([...refusalCodes(), ...LEFT_OUT_CODES])],
    examples: recordedExamples(),
    version,
  });
  return new Map([
    [
      'proto/gen/http.ts',
      httpTypesModule(library, ['Problem', ...bodies.filter((name) => library.messages.has(name))]),
    ],
    ['services/retrieval/src/http/openapi.json', `${JSON.stringify(openapi, null, 1)}\n`],
    ['docs/errors.md', errorsDocument()],
  ]);
}

/** Paths of `files` whose committed text is another. */
function different(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([path, text]) => {
      const at = join(root, path);
      return !existsSync(at) || readFileSync(at, 'utf8') !== text;
    })
    .map(([path]) => path);
}

function write(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) writeFileSync(join(root, path), text);
}

const check = process.argv.includes('--check');
const first = modules();
if (!check) write(first);
const second = await fromServices();
if (!check) write(second);

const stale = readdirSync(join(root, 'proto/gen'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  .filter((path) => !first.has(path) && !second.has(path));
if (!check) for (const path of stale) rmSync(join(root, path));
const wrong = check ? [...different(first), ...different(second), ...stale] : [];
if (wrong.length > 0) {
  console.error(`Not what the contract generates: ${wrong.join(', ')}. Run \`npm run proto\` and commit.`);
  process.exit(1);
}
