/** A vector search that is compared: how it is filled and asked. */
import { createRequire } from 'node:module';
import type { FloatRows } from '../libraries/float-rows.ts';

export interface Peer {
  name: string;
  /** Fills it; ids are those of the rows. */
  build(rows: FloatRows): void | Promise<void>;
  /** The ways it is asked: name of the setting, and the search with it. */
  settings: readonly { name: string; search: PeerSearch }[];
  /** Size of what it keeps, in MiB, where it can be told. */
  mib?(): number;
  close?(): void | Promise<void>;
}

/** Ids of the k nearest, best first. */
export type PeerSearch = (query: Float32Array, k: number) => ArrayLike<number> | Promise<ArrayLike<number>>;

const load = createRequire(new URL('./package.json', import.meta.url));

/** A package of this folder's own node_modules; the caller says what it uses of it. */
export async function importPeer<T>(name: string): Promise<T> {
  return (await import(load.resolve(name))) as T;
}
