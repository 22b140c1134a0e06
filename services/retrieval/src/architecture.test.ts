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
  library: ['words'],
  vectors: ['library'],
  signals: ['fusion', 'library', 'vectors', 'words'],
  browse: ['library'],
  ingest: ['library'],
  jobs: ['library'],
  passages: ['browse', 'library', 'signals', 'words'],
  search: ['browse', 'fusion', 'library', 'passages', 'signals', 'vectors', 'words'],
  related: ['browse', 'fusion', 'library', 'search', 'signals'],
  trails: ['browse', 'library', 'passages', 'search', 'signals', 'words', 'vectors'],
  requests: ['fusion', 'library', 'search', 'signals'],
  grpc: [
    'access',
    'browse',
    'ingest',
    'jobs',
    'library',
    'passages',
    'related',
    'requests',
    'search',
    'trails',
    '.',
  ],
  http: ['access', 'browse', 'jobs', 'library', 'passages', 'related', 'requests', 'search', 'trails', '.'],
};

/** Packages that only some rooms may know. */
const GUARDED: Record<string, readonly string[]> = {
  'better-sqlite3': ['library'],
  'sqlite-vec': ['library'],
  express: ['http'],
  busboy: ['http'],
  // At the top stands the client of the embedding service.
  '@grpc/grpc-js': ['grpc', '.'],
};

interface Import {
  from: string;
  room: string;
  target: string;
}

function imports(): Import[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        path.endsWith('.ts') && !/(?:\.test|\.d)\.ts$/.test(path) && !/(?:^|\/)test-[\w-]+\.ts$/.test(path),
    )
    .flatMap((path) => {
      const source = readFileSync(join(SRC, path), 'utf8');
      const room = path.includes('/') ? path.slice(0, path.indexOf('/')) : '.';
      return [...source.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'/gm)].map(
        (match) => ({
          from: path,
          room,
          target: match[1] ?? match[2] ?? '',
        }),
      );
    });
}

describe('the rooms of the service', () => {
  const all = imports();

  it('import downwards only', () => {
    const wrong = all.flatMap(({ from, room, target }) => {
      if (!target.startsWith('.') || room === '.') return [];
      const inside = relative(SRC, resolve(SRC, dirname(from), target));
      const other = inside.includes('/') ? inside.slice(0, inside.indexOf('/')) : '.';
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
    const rooms = new Set(all.map(({ room }) => room).filter((room) => room !== '.'));
    assert.deepEqual([...rooms].sort(), Object.keys(ROOMS).sort());
  });
});
