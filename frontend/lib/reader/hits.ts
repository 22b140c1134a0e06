/** The hits of a query in one book, as a reader goes through them. Pure. */

import type { Passage, SearchAnswer } from '../model.ts';
import type { TextRange } from '../passage/highlight.ts';

/** The passages found, in reading order. */
export function hitsInOrder(answer: Pick<SearchAnswer, 'results' | 'relevant'>): Passage[] {
  if (!answer.relevant) return [];
  return answer.results
    .flatMap(({ passage }) => passage ?? [])
    .toSorted((a, b) => sectionOf(a) - sectionOf(b) || a.start - b.start);
}

function sectionOf(passage: Passage): number {
  return passage.section?.index ?? 0;
}

export interface HitSteps {
  /** 0-based number of the hit at this place; -1 if the place is none. */
  current: number;
  previous: Passage | undefined;
  next: Passage | undefined;
}

/** The hit at a place and the ones before and after it; between two hits there is a previous and a next one too. */
export function hitSteps(hits: readonly Passage[], section: number, place: TextRange): HitSteps {
  const current = hits.findIndex(
    (hit) => sectionOf(hit) === section && hit.start < place.end && hit.end > place.start,
  );
  if (current >= 0) return { current, previous: hits[current - 1], next: hits[current + 1] };
  const isBefore = (hit: Passage) =>
    sectionOf(hit) < section || (sectionOf(hit) === section && hit.end <= place.start);
  return { current, previous: hits.findLast(isBefore), next: hits.find((hit) => !isBefore(hit)) };
}

/** Hits grouped by section, in order. */
export function hitsBySection(hits: readonly Passage[]): { section: Passage['section']; hits: Passage[] }[] {
  const groups: { section: Passage['section']; hits: Passage[] }[] = [];
  for (const hit of hits) {
    const last = groups.at(-1);
    if (last && last.section?.index === hit.section?.index) last.hits.push(hit);
    else groups.push({ section: hit.section, hits: [hit] });
  }
  return groups;
}
