/** The trace of a result in words: what each signal matched. */
import type { SignalTrace__Out as SignalTrace } from '@libtrails/proto/types/library/v1/SignalTrace';
import type { Evidence } from '../fusion/ranked-list.ts';
import type { Contribution, FusedItem } from '../fusion/rrf.ts';
import type { SignalDescription } from '../fusion/signal-description.ts';
import { ranksWithout } from '../fusion/without.ts';
import type { Catalogue } from '../store/catalogue.ts';

/** UTF-16 units of a passage that are quoted as evidence. */
const QUOTED_LENGTH = 120;

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
  because: Because = (signal, matched) => signal.because(matched),
): Promise<Map<number, SignalTrace[]>> {
  const labels = await evidenceLabels(
    items.flatMap((item) => item.contributions.map((c) => c.evidence)),
    catalogue,
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
): Promise<Map<string, string>> {
  const ids = (kind: Evidence['kind']) => [
    ...new Set(evidence.filter((e) => e.kind === kind).map((e) => e.id)),
  ];
  const labels = new Map<string, string>();
  for (const [id, { label }] of await catalogue.topics(ids('topic'))) labels.set(`topic ${id}`, label);
  for (const [id, { title }] of await catalogue.books(ids('book'))) labels.set(`book ${id}`, title);
  for (const [id, { text }] of await catalogue.passages(ids('passage'))) {
    labels.set(`passage ${id}`, beginning(text));
  }
  for (const [id, label] of await catalogue.phraseLabels(ids('phrase'))) labels.set(`phrase ${id}`, label);
  return labels;
}

/** The first words of a text, in one line, cut at a word's end. */
function beginning(text: string): string {
  const line = text
    .slice(0, QUOTED_LENGTH * 2)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (line.length <= QUOTED_LENGTH) return line;
  const cut = line.lastIndexOf(' ', QUOTED_LENGTH);
  return `${line.slice(0, cut > 0 ? cut : QUOTED_LENGTH)} …`;
}
