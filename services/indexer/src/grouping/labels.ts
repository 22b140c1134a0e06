/** Names of themes: the concept that fits, or three of the members; no two themes share one. */
import { PROFILE } from '@libtrails/models/profile';
import type { Theme } from './theme.ts';
import type { TopicTable } from './topic-table.ts';

export interface ThemeLabel {
  label: string;
  /** Leading topics in one line. */
  subtitle: string;
}

export interface ConceptMatch {
  /** Place in the vocabulary. */
  concept: number;
  cosine: number;
  /** Passages of the concept where it is one of the theme's own topics, else 0. */
  passages: number;
}

/** Cosine from which a concept names a theme of which it is a main topic. */
const TITLE_COSINE = PROFILE.calibration.grouping.title;
/**
 * A main topic is in this share of the commonest topic's passages. However near a concept is, it is no name for what
 * hardly a passage speaks of: "superheroes" for villains, "sugar and honey" for berries.
 */
const MAIN_TOPIC_SHARE = 0.2;
/** Advantage of a concept among the topics, growing with the logarithm of its passages. */
const MEMBER_BONUS = 0.04;
const TOPICS_IN_LABEL = 3;
/** A topic names a theme if it is in so many passages, or in this share of the commonest topic's. */
const MIN_NAMING_PASSAGES = 2;
const MIN_NAMING_SHARE = 0.05;
const SEPARATOR = ' · ';
/** Words that begin alike are taken for forms of one ("whale", "whaling"). */
const PREFIX_LETTERS = 5;

/**
 * One label for each theme. Concepts go to the theme they fit best; a theme without one is named by its topics.
 * @param matches nearest concepts of each theme
 */
export function labelThemes(
  themes: readonly Theme[],
  matches: readonly (readonly ConceptMatch[])[],
  conceptNames: readonly string[],
  table: TopicTable,
): ThemeLabel[] {
  const titles = assignTitles(
    matches,
    themes.map((theme) => mostPassages(theme, table)),
  );
  const taken = new Set<string>();
  return themes.map((theme, i) => {
    const concept = titles.get(i);
    const common = commonMembers(theme, table);
    const naming =
      concept === undefined ? leadingTopics(common, table, [], TOPICS_IN_LABEL) : [conceptNames[concept]!];
    const more = leadingTopics(common, table, naming, TOPICS_IN_LABEL);
    const others = more.length > 0 ? more : leadingTopics(theme.members, table, naming, TOPICS_IN_LABEL);
    const label = unique(naming.join(SEPARATOR), others, taken);
    return { label, subtitle: (others.length > 0 ? others : naming).join(SEPARATOR) };
  });
}

function mostPassages({ members }: Theme, table: TopicTable): number {
  return members.reduce((most, { topic }) => Math.max(most, table.passages[topic]!), 0);
}

/** Each concept to at most one theme, the best fit first. */
function assignTitles(
  matches: readonly (readonly ConceptMatch[])[],
  mostPassagesOf: readonly number[],
): Map<number, number> {
  const pairs = matches.flatMap((list, theme) =>
    list
      .filter(({ cosine, passages }) => {
        const isMain = passages > 0 && passages >= MAIN_TOPIC_SHARE * mostPassagesOf[theme]!;
        return isMain && cosine >= TITLE_COSINE;
      })
      .map(({ concept, cosine, passages }) => ({
        theme,
        concept,
        fit: cosine + MEMBER_BONUS * Math.log(1 + passages),
      })),
  );
  pairs.sort((a, b) => b.fit - a.fit || a.theme - b.theme || a.concept - b.concept);
  const titles = new Map<number, number>();
  const used = new Set<number>();
  for (const { theme, concept } of pairs) {
    if (titles.has(theme) || used.has(concept)) continue;
    titles.set(theme, concept);
    used.add(concept);
  }
  return titles;
}

/**
 * The topics that may name a theme. What is in few passages may be right in meaning, but "king" is a better name
 * than "king · peaceable kings · Mohammedan angel of sepulchre".
 */
function commonMembers(theme: Theme, table: TopicTable): Theme['members'] {
  const most = mostPassages(theme, table);
  const floor = Math.min(most, Math.max(MIN_NAMING_PASSAGES, MIN_NAMING_SHARE * most));
  return theme.members.filter(({ topic }) => table.passages[topic]! >= floor);
}

/** The best topics that say different things: no word or beginning of one in common with another or with `avoid`. */
function leadingTopics(
  members: Theme['members'],
  table: TopicTable,
  avoid: readonly string[],
  limit: number,
): string[] {
  const prefixes = new Set(avoid.flatMap(prefixesOf));
  const exact = new Set(avoid.map((label) => label.toLowerCase()));
  const chosen: string[] = [];
  for (const { topic } of members) {
    const label = table.labels[topic]!;
    const own = prefixesOf(label);
    if (exact.has(label.toLowerCase()) || own.some((prefix) => prefixes.has(prefix))) continue;
    chosen.push(label);
    for (const prefix of own) prefixes.add(prefix);
    if (chosen.length === limit) break;
  }
  // All topics may be forms of one word.
  for (const { topic } of members) {
    if (chosen.length >= limit) break;
    const label = table.labels[topic]!;
    if (!chosen.includes(label) && !exact.has(label.toLowerCase())) chosen.push(label);
  }
  return chosen;
}

function prefixesOf(label: string): string[] {
  return (label.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map((word) => word.slice(0, PREFIX_LETTERS));
}

/** The label itself, or with other topics, or at last a number, so that it is not taken yet (case aside). */
function unique(wanted: string, others: readonly string[], taken: Set<string>): string {
  let label = wanted;
  for (let n = 0; taken.has(label.toLowerCase()) && n < others.length; n++) {
    label = `${label}${SEPARATOR}${others[n]!}`;
  }
  const base = label;
  for (let n = 2; taken.has(label.toLowerCase()); n++) label = `${base} (${n})`;
  taken.add(label.toLowerCase());
  return label;
}
