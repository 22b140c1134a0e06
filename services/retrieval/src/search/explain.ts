/** The trace of a result in words: what each signal matched. */
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { SignalTrace__Out as SignalTrace } from '@libtrails/proto/types/library/v1/SignalTrace';
import type { Evidence } from '../fusion/ranked-list.ts';
import type { Contribution, FusedItem } from '../fusion/rrf.ts';
import type { SignalDescription } from '../fusion/signal-description.ts';
import { ranksWithout } from '../fusion/without.ts';
import type { Catalogue } from '../store/catalogue.ts';

/** The line of each passage that shows what matched, by the passage's id. */
export type Quotes = (passages: ReadonlyMap<number, Passage>) => Promise<ReadonlyMap<number, string>>;

/** Why a signal found an item, given the label of its evidence; by default the signal says it. */
export type Because = (signal: SignalDescription, matched: string) => string;

/**
 * Traces of the items on one page, by the item's id; all labels are read in four queries. `fused` is the whole
 * list, against which a signal's silence is tried.
 */
export async function explain(
  items: readonly FusedItem[],
  fused: readonly FusedItem[],
  catalogue: Catalogue,
  quotes: Quotes,
  because: Because = (signal, matched) => signal.because(matched),
): Promise<Map<number, SignalTrace[]>> {
  const labels = await evidenceLabels(
    items.flatMap((item) => item.contributions.map((c) => c.evidence)),
    catalogue,
    quotes,
  );
  const without = ranksWithout(fused, items);
  return new Map(
    items.map((item) => [
      item.id,
      item.contributions.map((c) => {
        const matched = labels.get(keyOf(c.evidence)) ?? '';
        const rankWithout = without.get(item.id)?.get(c.signal) ?? 0;
        return traceOf(c, matched, rankWithout, because(c.signal, matched));
      }),
    ]),
  );
}

function traceOf(
  contribution: Contribution,
  matched: string,
  rankWithout: number,
  because: string,
): SignalTrace {
  const { signal, rank, raw, share, evidence } = contribution;
  return {
    name: signal.name,
    rank,
    raw,
    share,
    matched,
    matchedKind: evidence.kind,
    matchedId: evidence.id,
    rankWithout,
    because,
  };
}

const keyOf = ({ kind, id }: Evidence) => `${kind} ${id}`;

async function evidenceLabels(
  evidence: readonly Evidence[],
  catalogue: Catalogue,
  quotes: Quotes,
): Promise<Map<string, string>> {
  const ids = (kind: Evidence['kind']) => [
    ...new Set(evidence.filter((e) => e.kind === kind).map((e) => e.id)),
  ];
  const labels = new Map<string, string>();
  for (const [id, { label }] of await catalogue.topics(ids('topic'))) labels.set(`topic ${id}`, label);
  for (const [id, { title }] of await catalogue.books(ids('book'))) labels.set(`book ${id}`, title);
  for (const [id, quote] of await quotes(await catalogue.passages(ids('passage')))) {
    labels.set(`passage ${id}`, quote);
  }
  for (const [id, label] of await catalogue.phraseLabels(ids('phrase'))) labels.set(`phrase ${id}`, label);
  return labels;
}
