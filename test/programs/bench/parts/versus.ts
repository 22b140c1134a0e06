/**
 * Ours against the reference, in one run: blocks of the same queries in turn, so that whatever else the
 * machine does meets all of them. Every query is new to all; the time is what the client waits.
 */

import { type Cost, costOf } from '../processor-time.ts';
import type { Product } from '../product/stack.ts';
import type { Query, QueryKind } from '../queries/queries.ts';
import type { Reference } from '../reference/process.ts';
import type { ReferenceAnswer } from '../reference/search.ts';
import { type Summary, summarise } from '../stats.ts';

const BLOCK = 50;

/** Who is asked. */
export type Side = 'ours' | 'reference7' | 'reference6';
const SIDES: readonly Side[] = ['ours', 'reference7', 'reference6'];

export interface SideFigures {
  all: Summary;
  byKind: Partial<Record<QueryKind, Summary>>;
  /** Processor time of the side's processes for one search, in milliseconds. */
  processor: Summary;
  /** Milliseconds within the service: embedding, fusion, each signal, and the whole of it (`service`). */
  parts: Record<string, Summary>;
}

export interface Versus {
  queries: number;
  sides: Record<Side, SideFigures>;
  /** p50 of the reference over p50 of ours; and the same of p95. */
  ratios: Record<'p50of7' | 'p50of6' | 'p95of7' | 'p95of6', number>;
  /** The same of processor time, at p50. */
  processorRatios: Record<'of7' | 'of6', number>;
  degraded: number;
}

type Ask = (query: string) => Promise<Record<string, number>>;

/** Runs all queries on all sides. The first block's worth of `warmUp` queries goes before, unmeasured. */
export async function versus(
  product: Pick<Product, 'search' | 'pids'>,
  reference: Pick<Reference, 'search' | 'pids'>,
  queries: readonly Query[],
  warmUp: readonly Query[],
): Promise<Versus> {
  let degraded = 0;
  const ask: Record<Side, Ask> = {
    ours: async (query) => {
      const answer = await product.search(query);
      if (answer.degraded) degraded += 1;
      const { total, embed, fuse, signals } = answer.tookMs;
      return { embed, ...signals, fuse, service: total };
    },
    reference7: async (query) => partsOf(await reference.search(query, 7)),
    reference6: async (query) => partsOf(await reference.search(query, 6)),
  };
  for (const side of SIDES) for (const { text } of warmUp) await ask[side](text);
  degraded = 0;
  const took: Record<Side, Took[]> = {
    ours: [],
    reference7: [],
    reference6: [],
  };
  for (let from = 0; from < queries.length; from += BLOCK) {
    for (const side of SIDES) {
      for (const { kind, text } of queries.slice(from, from + BLOCK)) {
        const { pids } = side === 'ours' ? product : reference;
        let parts: Took['parts'] = {};
        const cost = await costOf(pids, async () => {
          parts = await ask[side](text);
        });
        took[side].push({ kind, parts, ...cost });
      }
    }
  }
  const sides = Object.fromEntries(SIDES.map((side) => [side, figuresOf(took[side])])) as Versus['sides'];
  const ratio = (side: Side, q: 'p50' | 'p95') =>
    Math.round((sides[side].all[q] / sides.ours.all[q]) * 100) / 100;
  const processorRatio = (side: Side) =>
    Math.round((sides[side].processor.p50 / sides.ours.processor.p50) * 100) / 100;
  return {
    queries: queries.length,
    sides,
    ratios: {
      p50of7: ratio('reference7', 'p50'),
      p50of6: ratio('reference6', 'p50'),
      p95of7: ratio('reference7', 'p95'),
      p95of6: ratio('reference6', 'p95'),
    },
    processorRatios: { of7: processorRatio('reference7'), of6: processorRatio('reference6') },
    degraded,
  };
}

function partsOf({ tookMs }: ReferenceAnswer) {
  return { embed: tookMs.embed, ...tookMs.signals, service: tookMs.total };
}

interface Took extends Cost {
  kind: QueryKind;
  parts: Record<string, number>;
}

function figuresOf(took: readonly Took[]): SideFigures {
  const kinds = [...new Set(took.map(({ kind }) => kind))].sort();
  const parts = [...new Set(took.flatMap(({ parts: own }) => Object.keys(own)))];
  return {
    all: summarise(took.map(({ ms }) => ms)),
    processor: summarise(took.map(({ processor }) => processor)),
    byKind: Object.fromEntries(
      kinds.map((kind) => [kind, summarise(took.filter((t) => t.kind === kind).map(({ ms }) => ms))]),
    ),
    parts: Object.fromEntries(
      parts.map((part) => [part, summarise(took.flatMap(({ parts: own }) => own[part] ?? []))]),
    ),
  };
}
