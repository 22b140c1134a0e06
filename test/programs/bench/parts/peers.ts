/** Vector searches on the same vectors and queries: how fast, how right, how large. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';
import { selectTopK } from '@libtrails/retrieval/store/sqlite/vectors/top-k';
import { type FloatRows, rowAt } from '../libraries/float-rows.ts';
import { lanceDbPeer } from '../peers/lancedb.ts';
import { libtrailsPeer } from '../peers/libtrails.ts';
import { oramaPeer } from '../peers/orama.ts';
import type { Peer, PeerSearch } from '../peers/peer.ts';
import { sqliteVecBits, sqliteVecFloat } from '../peers/sqlite-vec-bits.ts';
import { usearchPeer } from '../peers/usearch.ts';
import { overlap, type Summary, summarise } from '../stats.ts';

export interface PeerFigures {
  peer: string;
  setting: string;
  buildMs: number;
  mib: number | undefined;
  at10: Summary;
  at100: Summary;
  recallAt10: number;
  recallAt100: number;
}

/** Installs the peers' packages where they are missing; false if that fails. */
export function installPeers(say: (line: string) => void): boolean {
  const folder = fileURLToPath(new URL('../peers', import.meta.url));
  if (existsSync(`${folder}/node_modules/usearch`)) return true;
  say('installing the peers');
  const options = [
    'install',
    '--no-workspaces',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
  ];
  return spawnSync('npm', options, { cwd: folder, stdio: 'inherit' }).status === 0;
}

/** Measures each peer in turn; one is gone before the next is filled. */
export async function peers(
  rows: FloatRows,
  queries: readonly Float32Array[],
  say: (line: string) => void,
): Promise<PeerFigures[]> {
  const exact = queries.map((query) => exactNearest(rows, query, 100));
  const makers: (() => Peer | Promise<Peer>)[] = [
    libtrailsPeer,
    sqliteVecFloat,
    sqliteVecBits,
    () => usearchPeer(64),
    () => usearchPeer(400),
    lanceDbPeer,
    oramaPeer,
  ];
  const figures: PeerFigures[] = [];
  for (const make of makers) {
    const peer = await make();
    say(`${peer.name}: building`);
    const started = performance.now();
    await peer.build(rows);
    const buildMs = Math.round(performance.now() - started);
    for (const { name, search } of peer.settings) {
      const at10 = await time(search, queries, 10, exact);
      const at100 = await time(search, queries, 100, exact);
      figures.push({
        peer: peer.name,
        setting: name,
        buildMs,
        mib: peer.mib?.(),
        at10: at10.took,
        at100: at100.took,
        recallAt10: at10.recall,
        recallAt100: at100.recall,
      });
    }
    await peer.close?.();
  }
  return figures;
}

/** Unmeasured searches before each measurement. */
const WARM_UP = 20;
/** A peer that takes seconds for a query is asked fewer. */
const MOST_MS = 20_000;
const LEAST_QUERIES = 10;

async function time(
  search: PeerSearch,
  queries: readonly Float32Array[],
  k: number,
  exact: readonly Uint32Array[],
): Promise<{ took: Summary; recall: number }> {
  const warmUntil = performance.now() + MOST_MS / 4;
  for (const query of queries.slice(0, WARM_UP)) {
    if (performance.now() < warmUntil) await search(query, k);
  }
  const took: number[] = [];
  let recall = 0;
  const until = performance.now() + MOST_MS;
  for (const [i, query] of queries.entries()) {
    if (took.length >= LEAST_QUERIES && performance.now() >= until) break;
    const started = performance.now();
    const found = await search(query, k);
    took.push(performance.now() - started);
    recall += overlap(exact[i]!.subarray(0, k), Array.from(found));
  }
  return { took: summarise(took), recall: Math.round((recall / took.length) * 10_000) / 10_000 };
}

/** By a plain loop over the float32 rows. */
export function exactNearest(rows: FloatRows, query: Float32Array, k: number): Uint32Array {
  const scores = new Float32Array(rows.ids.length);
  for (let i = 0; i < scores.length; i += 1) {
    const row = rowAt(rows, i);
    let dot = 0;
    for (let d = 0; d < DIMS; d += 1) dot += query[d]! * row[d]!;
    scores[i] = dot;
  }
  return selectTopK(rows.ids, scores, scores.length, k).ids;
}
