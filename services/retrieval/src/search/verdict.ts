/** What the evidence of a whole answer is worth, and by that yardstick each hit of it. */
import { isRelevant } from '../fusion/floor.ts';
import { QUOTED_LIFT } from '../fusion/ranked-list.ts';
import {
  inCompany,
  LEADING_SHARE,
  type Relevance,
  relevanceOf,
  type Standing,
  type Yardstick,
} from '../fusion/relevance.ts';
import type { FusedItem } from '../fusion/rrf.ts';
import type { Store } from '../store/store.ts';
import { bestEvidence, namesATopic } from './evidence.ts';
import { isReadable } from './scripts.ts';
import type { SignalRun } from './signal-run.ts';

export interface Verdict extends Yardstick {
  /** The scores of the first two, where scores say more than an order. */
  scores: { first: number; second: number } | undefined;
  /** Hits that are more than weak, and whether that is all of them. */
  count: number;
  countExact: boolean;
}

/** Looks at the best evidence of every signal, then at each hit. */
export async function verdictOn(run: SignalRun, store: Store): Promise<Verdict> {
  const yardstick = await yardstickOf(run, store);
  const count = run.fused.filter((hit) => relevanceOf(hit.contributions, yardstick) !== 'weak').length;
  return {
    ...yardstick,
    scores: scoresOf(run),
    count,
    countExact: run.isWhole || !lastIsRelevant(run, yardstick),
  };
}

function scoresOf({ fusion, fused, question }: SignalRun): Verdict['scores'] {
  const [first, second] = fused;
  if (fusion !== 'scores' || first === undefined) return undefined;
  // Among a few books it means nothing that one leads.
  const isPart = question.filter !== undefined || question.bookId !== undefined;
  return { first: first.score, second: isPart || second === undefined ? first.score : second.score };
}

async function yardstickOf(run: SignalRun, store: Store): Promise<Yardstick> {
  const best = new Map(
    run.lists.flatMap(({ signal, items }) => (items[0] === undefined ? [] : [[signal, items[0].raw]])),
  );
  let evidence = await bestEvidence(run.lists, run.question, store);
  const found = best.size > 0 && isAnswerable(run);
  if (found && !isRelevant(evidence) && (await namesATopic(run.question, store))) {
    evidence = { ...evidence, coverage: 1, literal: true };
  }
  const { coverage, literal } = evidence;
  const held = literal ? undefined : await sharesHeld(run, store);
  return {
    best,
    coverage,
    held,
    literal,
    relevant: found && isRelevant(evidence),
  };
}

/** For each passage found by word; undefined if a word of the query has other forms. */
async function sharesHeld(
  { lists, question }: SignalRun,
  { text }: Store,
): Promise<Map<number, number> | undefined> {
  const { terms } = question.words;
  if (terms.some(({ prefix, joined }) => prefix || joined !== undefined)) return undefined;
  const ids = new Set<number>();
  for (const { signal, items } of lists) {
    if (signal.family !== 'keyword') continue;
    for (const { evidence } of items) if (evidence.kind === 'passage') ids.add(evidence.id);
  }
  const passages = [...ids];
  const { weighed } = await text.sharesHeld([...new Set(terms.flatMap(({ stems }) => stems))], passages);
  return new Map(passages.map((id, i) => [id, weighed[i]!]));
}

/** False for a query without words, and where only meaning was asked of a model that cannot read the query. */
function isAnswerable({ question, lists }: SignalRun): boolean {
  const { terms, sequence } = question.words;
  if (terms.length === 0) return false;
  const byWord = lists.some(({ signal, items }) => signal.family === 'keyword' && items.length > 0);
  return byWord || isReadable(sequence.map(({ folded }) => folded).join(' '));
}

/** A full list whose last item is more than weak was cut among relevant ones. */
function lastIsRelevant(run: SignalRun, yardstick: Yardstick): boolean {
  return run.lists.some(({ signal, items }) => {
    const last = items.at(-1);
    return last !== undefined && relevanceOf([{ signal, raw: last.raw }], yardstick) !== 'weak';
  });
}

export function relevanceBy(verdict: Verdict): (item: FusedItem) => Relevance {
  return (item) => {
    const own = relevanceOf(item.contributions, verdict);
    const standing = standingOf(item, verdict);
    const quoted = item.contributions.some(({ lift }) => lift >= QUOTED_LIFT);
    return standing === undefined ? own : inCompany(own, standing, quoted);
  };
}

function standingOf({ score }: FusedItem, { scores }: Verdict): Standing | undefined {
  if (scores === undefined || scores.first <= 0) return undefined;
  const { first, second } = scores;
  return { share: score / first, leads: score === first && second <= LEADING_SHARE * first };
}
