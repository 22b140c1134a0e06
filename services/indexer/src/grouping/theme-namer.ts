/** Who gives themes their names: the draft by concepts and topics, or somebody who is shown it. */
import type { ThemeLabel } from './labels.ts';

/** A theme as a namer sees it. */
export interface ThemeDraft extends ThemeLabel {
  /** Leading topics, best first. */
  topics: readonly string[];
}

/** Gives every theme its label and subtitle, in order. What a namer can't improve stays as drafted. */
export type ThemeNamer = (drafts: readonly ThemeDraft[]) => Promise<ThemeLabel[]>;

/** The local namer: drafts are names already. */
export const asDrafted: ThemeNamer = async (drafts) =>
  drafts.map(({ label, subtitle }) => ({ label, subtitle }));

/**
 * Each label once, case aside: a new one that another theme has, or had as a draft, gives way to its own draft.
 * @param drafts with labels that differ
 */
export function withoutDoubles(drafts: readonly ThemeLabel[], named: readonly ThemeLabel[]): ThemeLabel[] {
  const key = ({ label }: ThemeLabel) => label.toLowerCase();
  const taken = new Set(drafts.map(key));
  return drafts.map((draft, i) => {
    const wanted = named[i] ?? draft;
    if (key(wanted) === key(draft)) return wanted;
    if (taken.has(key(wanted))) return draft;
    taken.add(key(wanted));
    return wanted;
  });
}
