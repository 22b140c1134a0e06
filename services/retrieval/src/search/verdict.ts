/** What the evidence of a whole answer is worth, and by that yardstick each hit of it. */
import { isRelevant } from '../fusion/floor.ts';
import type { SignalName } from '../fusion/ranked-list.ts';
import { type Relevance, relevanceOf, type Yardstick } from '../fusion/relevance.ts';
import type { SearchIndex } from '../signals/signal.ts';
import { bestCoverage } from './coverage.ts';
import type { SignalRun } from './signal-run.ts';

/** Hits that are judged together where a list ranks single topics or passages: one may be luck. */
const JUDGED_TOGETHER = 3;

export interface Verdict extends Yardstick {
  /** Hits that are more than weak, and whether that is all of them. */
  count: number;
  countExact: boolean;
}

/** Looks at the best evidence of every signal, then at each hit. */
export function verdictOn(run: SignalRun, index: SearchIndex): Verdict {
  const yardstick = yardstickOf(run, index);
  const count = run.fused.filter((hit) => relevanceOf(hit.contributions, yardstick) !== 'weak').length;
  return { ...yardstick, count, countExact: run.isWhole || !lastIsRelevant(run, yardstick) };
}

function yardstickOf(run: SignalRun, index: SearchIndex): Yardstick {
  const { scope } = run.question;
  // The items of the other scopes are gathered from several hits already.
  const judged = scope === 'topics' || scope === 'passages' ? JUDGED_TOGETHER : 1;
  const cosines: Partial<Record<SignalName, number>> = {};
  const bestByWord: Partial<Record<SignalName, number>> = {};
  for (const { signal, items } of run.lists) {
    const best = items.slice(0, judged);
    if (best.length === 0) continue;
    if (signal.startsWith('vec_'))
      cosines[signal] = best.reduce((sum, { raw }) => sum + raw, 0) / best.length;
    else bestByWord[signal] = best[0]!.raw;
  }
  const { terms, strict } = run.question.words;
  const literal = terms.length === 1 || (strict && terms.some((term) => term.quoted));
  const coverage = bestCoverage(run.lists, run.question, index);
  const relevant =
    run.lists.some(({ items }) => items.length > 0) && isRelevant({ cosines, coverage, literal });
  return { bestByWord, coverage, literal, relevant };
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
