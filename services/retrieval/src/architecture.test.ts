import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('.', import.meta.url));

/** What each room may import besides itself: downwards only. Files at the top wire everything. */
const ROOMS: Record<string, readonly string[]> = {
  access: [],
  fusion: [],
  words: [],
  store: [],
  'store/sqlite': ['store', 'words'],
  signals: ['fusion', 'store', 'store/sqlite', 'words'],
  browse: ['store', 'store/sqlite', 'words', 'words'],
  ingest: ['store/sqlite'],
  jobs: ['store/sqlite'],
  passages: ['browse', 'store/sqlite', 'signals', 'words'],
  search: ['browse', 'fusion', 'store', 'store/sqlite', 'passages', 'signals', 'words'],
  related: ['browse', 'fusion', 'store/sqlite', 'search', 'signals'],
  trails: ['browse', 'store/sqlite', 'passages', 'search', 'signals', 'words'],
  requests: ['fusion', 'store', 'search', 'signals'],
  grpc: [
    'access',
    'browse',
    'ingest',
    'jobs',
    'store/sqlite',
    'passages',
    'related',
    'requests',
    'search',
    'trails',
    '.',
  ],
  http: [
    'access',
    'browse',
    'jobs',
    'store/sqlite',
    'passages',
    'related',
    'requests',
    'search',
    'trails',
    '.',
  ],
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

/** The room of a file: the folder it stands in, or above it the one that is a room. "." is the top. */
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
  (path) =>
    path.endsWith('.ts') && !/(?:\.test|\.d)\.ts$/.test(path) && !/(?:^|\/)test-[\w-]+\.ts$/.test(path),
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

  it('are all known here', () => {
    const rooms = new Set(FILES.map(roomOf).filter((room) => room !== '.'));
    assert.deepEqual([...rooms].sort(), Object.keys(ROOMS).sort());
  });
});
