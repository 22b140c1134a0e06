/** What the evidence of a whole answer is worth, and by that yardstick each hit of it. */
import { isRelevant } from '../fusion/floor.ts';
import { type Relevance, relevanceOf, type Yardstick } from '../fusion/relevance.ts';
import type { Store } from '../store/store.ts';
import { bestEvidence } from './evidence.ts';
import { isReadable } from './scripts.ts';
import type { SignalRun } from './signal-run.ts';

export interface Verdict extends Yardstick {
  /** Hits that are more than weak, and whether that is all of them. */
  count: number;
  countExact: boolean;
}

/** Looks at the best evidence of every signal, then at each hit. */
export async function verdictOn(run: SignalRun, store: Store): Promise<Verdict> {
  const yardstick = await yardstickOf(run, store);
  const count = run.fused.filter((hit) => relevanceOf(hit.contributions, yardstick) !== 'weak').length;
  return { ...yardstick, count, countExact: run.isWhole || !lastIsRelevant(run, yardstick) };
}

async function yardstickOf(run: SignalRun, store: Store): Promise<Yardstick> {
  const best = new Map(
    run.lists.flatMap(({ signal, items }) => (items[0] === undefined ? [] : [[signal, items[0].raw]])),
  );
  const evidence = await bestEvidence(run.lists, run.question, store);
  const { coverage, literal } = evidence;
  const held = literal ? undefined : await sharesHeld(run, store);
  return {
    best,
    coverage,
    held,
    literal,
    relevant: best.size > 0 && isAnswerable(run) && isRelevant(evidence),
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

export function relevanceBy(
  verdict: Verdict,
): (contributions: Parameters<typeof relevanceOf>[0]) => Relevance {
  return (contributions) => relevanceOf(contributions, verdict);
}
