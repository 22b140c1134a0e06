/** How the lists of the signals become one: by score unless a caller asks for ranks. */
import type { Fusion } from '@libtrails/proto/values';
import { fuseByScore } from './by-score.ts';
import type { RankedList } from './ranked-list.ts';
import { type FusedItem, fuse } from './rrf.ts';

/** scores: weighted sums of standardised scores; rrf: Reciprocal Rank Fusion, all signals equal. */
export type { Fusion };

export function fuseLists(lists: readonly RankedList[], fusion: Fusion): FusedItem[] {
  return fusion === 'rrf' ? fuse(lists) : fuseByScore(lists);
}
