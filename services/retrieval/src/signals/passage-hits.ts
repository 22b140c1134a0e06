/** From passages that match a query to the themes and domains of their topics. */
import type { RankedItem } from '../fusion/ranked-list.ts';
import type { SignalFamily } from '../fusion/signal-description.ts';
import type { Store } from '../store/store.ts';
import { FULL_WEIGHT, Gathering } from './gathering.ts';
import type { Hit } from './hit.ts';
import { Pairs } from './pairs.ts';
import type { Question } from './signal.ts';

/** Matching passages whose topics are followed. */
export const PASSAGE_HITS = 60;

/** Ranks themes or domains by the passages that speak of them; `family` and `floor` as in rankByTopics. */
export async function rankByPassages(
  hits: readonly Hit[],
  question: Question,
  { links }: Pick<Store, 'links'>,
  { family, floor }: { family: SignalFamily; floor: number },
): Promise<RankedItem[]> {
  const known = new Map(hits.map((hit) => [hit.id, hit]));
  const gathering = new Gathering();
  const seen = new Pairs();
  // The same hits lead to themes and to domains.
  const { themesOfPassages } = question.shared;
  themesOfPassages[family] ??= links.themesByPassage(hits.map(({ id }) => id));
  for (const [passage, theme, domain] of await themesOfPassages[family]) {
    const item = question.scope === 'themes' ? theme : domain;
    // A passage speaks once for a theme, however many of its topics belong there.
    if (!seen.add(passage, item)) continue;
    const { raw, lift } = known.get(passage)!;
    gathering.add(item, raw - floor, { kind: 'passage', id: passage }, lift);
  }
  return gathering.ranked(family === 'semantic' ? (sum) => floor + sum / FULL_WEIGHT : undefined);
}
