/** Names of themes: the concept that fits, or three of the members; no two themes share one. */
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

/** Cosine from which a concept names a theme, and the lower one for a concept among its topics. */
const TITLE_COSINE = 0.68;
const TITLE_COSINE_OF_MEMBER = 0.6;
/** Advantage of a concept among the topics, growing with the logarithm of its passages. */
const MEMBER_BONUS = 0.04;
const TOPICS_IN_LABEL = 3;
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
  const titles = assignTitles(matches);
  const taken = new Set<string>();
  return themes.map((theme, i) => {
    const concept = titles.get(i);
    const title = concept === undefined ? undefined : conceptNames[concept]!;
    const topics = leadingTopics(theme, table, title === undefined ? [] : [title]);
    const label = unique(title ?? topics.slice(0, TOPICS_IN_LABEL).join(SEPARATOR), topics, taken);
    const rest = title === undefined ? topics.slice(TOPICS_IN_LABEL) : topics;
    const subtitle = (rest.length > 0 ? rest : topics).slice(0, TOPICS_IN_LABEL).join(SEPARATOR);
    return { label, subtitle };
  });
}

/** Each concept to at most one theme, the best fit first. */
function assignTitles(matches: readonly (readonly ConceptMatch[])[]): Map<number, number> {
  const pairs = matches.flatMap((list, theme) =>
    list
      .filter(({ cosine, passages }) => cosine >= (passages > 0 ? TITLE_COSINE_OF_MEMBER : TITLE_COSINE))
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

/** The best topics that say different things: no word or beginning of one in common. */
function leadingTopics(theme: Theme, table: TopicTable, avoid: readonly string[]): string[] {
  const prefixes = new Set(avoid.flatMap(prefixesOf));
  const exact = new Set(avoid.map((label) => label.toLowerCase()));
  const chosen: string[] = [];
  for (const { topic } of theme.members) {
    const label = table.labels[topic]!;
    const own = prefixesOf(label);
    if (exact.has(label.toLowerCase()) || own.some((prefix) => prefixes.has(prefix))) continue;
    chosen.push(label);
    for (const prefix of own) prefixes.add(prefix);
    if (chosen.length === 2 * TOPICS_IN_LABEL) break;
  }
  // All topics may be forms of one word.
  for (const { topic } of theme.members) {
    if (chosen.length >= TOPICS_IN_LABEL) break;
    const label = table.labels[topic]!;
    if (!chosen.includes(label) && !exact.has(label.toLowerCase())) chosen.push(label);
  }
  return chosen;
}

function prefixesOf(label: string): string[] {
  return (label.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map((word) => word.slice(0, PREFIX_LETTERS));
}

/** The label itself, or with more topics, or at last a number, so that it is not taken yet (case aside). */
function unique(wanted: string, topics: readonly string[], taken: Set<string>): string {
  let label = wanted;
  for (let n = TOPICS_IN_LABEL; taken.has(label.toLowerCase()) && n < topics.length; n++) {
    label = `${label}${SEPARATOR}${topics[n]!}`;
  }
  const base = label;
  for (let n = 2; taken.has(label.toLowerCase()); n++) label = `${base} (${n})`;
  taken.add(label.toLowerCase());
  return label;
}
