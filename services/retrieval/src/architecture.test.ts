import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SRC = fileURLToPath(new URL('.', import.meta.url));

/** What each room may import besides itself: downwards only. Files at the top wire everything. */
const ROOMS: Record<string, readonly string[]> = {
  access: [],
  fusion: [],
  words: [],
  store: [],
  // An adapter: only the files at the top, which wire everything, know it.
  'store/sqlite': ['store', 'words'],
  signals: ['fusion', 'store', 'words'],
  browse: ['store', 'words'],
  ingest: ['store'],
  jobs: ['store'],
  passages: ['browse', 'store', 'signals', 'words'],
  search: ['browse', 'fusion', 'store', 'passages', 'signals', 'words'],
  related: ['browse', 'fusion', 'search', 'signals', 'store'],
  trails: ['browse', 'passages', 'search', 'signals', 'store', 'words'],
  requests: ['fusion', 'store', 'search', 'signals'],
  grpc: [
    'access',
    'browse',
    'ingest',
    'jobs',
    'passages',
    'related',
    'requests',
    'search',
    'store',
    'trails',
    '.',
  ],
  http: ['access', 'browse', 'jobs', 'passages', 'related', 'requests', 'search', 'store', 'trails', '.'],
};

/** Packages that only some rooms may know. */
const GUARDED: Record<string, readonly string[]> = {
  'better-sqlite3': ['store/sqlite'],
  'sqlite-vec': ['store/sqlite'],
  express: ['http'],
  busboy: ['http'],
  // At the top stands the client of the embedding service.
  '@grpc/grpc-js': ['grpc', '.'],
};

/** The module of a file: the nearest folder that is one, its own or above. "." is the top. */
function roomOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  while (folders.length > 1 && !(folders.join('/') in ROOMS)) folders.pop();
  return folders.join('/') || '.';
}

interface Import {
  from: string;
  room: string;
  target: string;
}

/** The program's own files, without its tests. */
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !/(?:\.test|\.test-support|\.d)\.ts$/.test(path),
);

function imports(): Import[] {
  return FILES.flatMap((path) => {
    const source = readFileSync(join(SRC, path), 'utf8');
    const room = roomOf(path);
    return [...source.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'/gm)].map(
      (match) => ({ from: path, room, target: match[1] ?? match[2] ?? '' }),
    );
  });
}

describe('the rooms of the service', () => {
  const all = imports();

  it('import downwards only', () => {
    const wrong = all.flatMap(({ from, room, target }) => {
      if (!target.startsWith('.') || room === '.') return [];
      const inside = relative(SRC, resolve(SRC, dirname(from), target));
      const other = roomOf(inside);
      return other === room || ROOMS[room]?.includes(other) ? [] : [`${from} → ${inside}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('know the file, HTTP and gRPC only where that is their trade', () => {
    const wrong = all.flatMap(({ from, room, target }) => {
      const rooms = GUARDED[target];
      return rooms === undefined || rooms.includes(room) ? [] : [`${from} → ${target}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('do not speak SQL: neither a statement, nor the database, nor a mirrored row leaves the adapter', () => {
    const leaks = [
      /\.statement\b/,
      /\blibrary\.db\b/,
      /\bDatabase\b/,
      /\browOf\(/,
      /\bMATCH \?/,
      /\bSELECT .* FROM\b/,
    ];
    const wrong = FILES.filter((path) => roomOf(path) !== 'store/sqlite').flatMap((path) => {
      const source = readFileSync(join(SRC, path), 'utf8');
      return leaks.filter((leak) => leak.test(source)).map((leak) => `${path}: ${leak}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('see no type of a package that only the adapter may know, not even through a port', () => {
    const program = ts.createProgram([join(SRC, 'store/store.ts')], {
      ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ESNext },
      ...{ allowImportingTsExtensions: true, noEmit: true, types: [], skipLibCheck: true },
    });
    const behind = program.getSourceFiles().map(({ fileName }) => fileName);
    assert.ok(behind.some((file) => file.endsWith('/store/vector-search.ts')));
    assert.deepEqual(
      behind.filter((file) => /better-sqlite3|sqlite-vec|store\/sqlite\//.test(file)),
      [],
    );
  });

  it('are all known here', () => {
    const rooms = new Set(FILES.map(roomOf).filter((room) => room !== '.'));
    assert.deepEqual([...rooms].sort(), Object.keys(ROOMS).sort());
  });
});
