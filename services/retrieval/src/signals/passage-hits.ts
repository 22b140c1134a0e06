/** From passages that match a query to the themes and domains of their topics. */
import type { RankedItem } from '../fusion/ranked-list.ts';
import type { SignalFamily } from '../fusion/signal-description.ts';
import { FULL_WEIGHT, Gathering } from './gathering.ts';
import type { Hit } from './hit.ts';
import type { PassageTheme } from './shared-work.ts';
import type { Question, SearchIndex } from './signal.ts';

/** Matching passages whose topics are followed. */
export const PASSAGE_HITS = 60;

/** Ranks themes or domains by the passages that speak of them; `family` and `floor` as in rankByTopics. */
export function rankByPassages(
  hits: readonly Hit[],
  question: Question,
  index: SearchIndex,
  { family, floor }: { family: SignalFamily; floor: number },
): RankedItem[] {
  const known = new Map(hits.map((hit) => [hit.id, hit]));
  const column = question.scope === 'themes' ? 2 : 3;
  const gathering = new Gathering();
  const seen = new Set<number>();
  // The same hits lead to themes and to domains.
  const { themesOfPassages } = question.shared;
  themesOfPassages[family] ??= index.library
    .statement<PassageTheme>('search-passage-themes', 'array')
    .all(JSON.stringify(hits.map(({ id }) => id)));
  for (const row of themesOfPassages[family]) {
    const [chunk] = row;
    const item = row[column]!;
    // A passage speaks once for a theme, however many of its topics belong there.
    const key = chunk * 2 ** 20 + item;
    if (seen.has(key)) continue;
    seen.add(key);
    const { raw, lift } = known.get(chunk)!;
    gathering.add(item, raw - floor, { kind: 'passage', id: chunk }, lift);
  }
  return gathering.ranked(family === 'semantic' ? (sum) => floor + sum / FULL_WEIGHT : undefined);
}
