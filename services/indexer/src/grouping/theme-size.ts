/** How many themes a library should have, and which topics make them. */
import type { TopicTable } from './topic-table.ts';

/** A library of 100,000 topics has about 2,500 themes, one of 600 about 55. */
const REFERENCE = { topics: 100_000, themes: 2_500 } as const;
const EXPONENT = 0.75;
/** Fewer topics of more than one passage than this, and rarer ones take part from the beginning. */
const SMALL_CORE = 4_000;

/** The number of themes to aim at. */
export function themeTarget(topics: number): number {
  return Math.max(1, Math.round(REFERENCE.themes * (topics / REFERENCE.topics) ** EXPONENT));
}

/**
 * Topics that themes are made of, ascending: those of more than one passage, so that chance finds don't shape
 * themes; in a small library the most used, up to a few thousand.
 */
export function coreTopics(table: TopicTable): Int32Array {
  const all = Int32Array.from({ length: table.count }, (_, i) => i);
  const repeated = all.filter((topic) => table.passages[topic]! > 1);
  if (repeated.length >= SMALL_CORE) return repeated;
  return all
    .sort((a, b) => table.passages[b]! - table.passages[a]! || table.books[b]! - table.books[a]! || a - b)
    .slice(0, SMALL_CORE)
    .sort();
}
