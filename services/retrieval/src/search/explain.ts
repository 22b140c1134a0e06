/** The trace of a result in words: what each signal matched. */
import type { SignalTrace__Out as SignalTrace } from '@libtrails/proto/types/library/v1/SignalTrace';
import { booksById, passagesById, topicsById } from '../browse/by-id.ts';
import type { Evidence } from '../fusion/ranked-list.ts';
import type { Contribution, FusedItem } from '../fusion/rrf.ts';
import type { SignalDescription } from '../fusion/signal-description.ts';
import { ranksWithout } from '../fusion/without.ts';
import type { Library } from '../store/sqlite/library.ts';

/** UTF-16 units of a passage that are quoted as evidence. */
const QUOTED_LENGTH = 120;

/** Why a signal found an item, given the label of its evidence; by default the signal says it. */
export type Because = (signal: SignalDescription, matched: string) => string;

/**
 * Traces of the items on one page, by the item's id; all labels are read in four queries. `fused` is the whole
 * list, against which a signal's silence is tried.
 */
export function explain(
  items: readonly FusedItem[],
  fused: readonly FusedItem[],
  library: Library,
  because: Because = (signal, matched) => signal.because(matched),
): Map<number, SignalTrace[]> {
  const labels = evidenceLabels(
    items.flatMap((item) => item.contributions.map((c) => c.evidence)),
    library,
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

function evidenceLabels(evidence: readonly Evidence[], library: Library): Map<string, string> {
  const ids = (kind: Evidence['kind']) => [
    ...new Set(evidence.filter((e) => e.kind === kind).map((e) => e.id)),
  ];
  const labels = new Map<string, string>();
  for (const [id, { label }] of topicsById(library, ids('topic'))) labels.set(`topic ${id}`, label);
  for (const [id, { title }] of booksById(library, ids('book'))) labels.set(`book ${id}`, title);
  for (const [id, { text }] of passagesById(library, ids('passage'))) {
    labels.set(`passage ${id}`, beginning(text));
  }
  const phrases = library.statement<[number, string]>('search-phrase-labels', 'array');
  for (const [id, label] of phrases.all(JSON.stringify(ids('phrase')))) labels.set(`phrase ${id}`, label);
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
