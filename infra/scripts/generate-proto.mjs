// Writes proto/gen from proto/libtrails. With --check it fails if the committed files differ.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const target = join(root, 'proto/gen');
const check = process.argv.includes('--check');
const out = check ? mkdtempSync(join(tmpdir(), 'libtrails-proto-')) : target;

if (!check) rmSync(target, { recursive: true, force: true });
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
      `--outDir=${out}`,
      `libtrails/${name}/v1/${name}.proto`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

const list = (dir) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dir.length))
    .sort();

// The generator writes the absolute path of its source into each file: keep only what is ours.
for (const file of list(out)) {
  const text = readFileSync(out + file, 'utf8');
  writeFileSync(out + file, text.replace(/^(\/\/ Original file: ).*\/(proto\/libtrails\/)/, '$1$2'));
}

if (check) {
  const same =
    list(out).join() === list(target).join() &&
    list(out).every((f) => readFileSync(out + f, 'utf8') === readFileSync(target + f, 'utf8'));
  rmSync(out, { recursive: true, force: true });
  if (!same) {
    console.error('proto/gen is not what proto/libtrails generates: run `npm run proto` and commit.');
    process.exit(1);
  }
}
