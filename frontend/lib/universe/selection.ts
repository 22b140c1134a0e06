/** What it takes to select themes and to say what a selection is about. Pure. */
import type { Universe, UniverseDomain } from './universe.ts';

/** Ids of themes, in the order in which they were chosen. */
export type Selection = readonly number[];

/** `add` keeps what is selected; without it the picked themes take its place. */
export function select(before: Selection, picked: readonly number[], add: boolean): Selection {
  return add ? [...new Set([...before, ...picked])] : [...new Set(picked)];
}

/** Takes a theme in, or out if it is in. */
export function toggle(before: Selection, id: number): Selection {
  return before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
}

export interface DomainPart {
  domain: UniverseDomain;
  themes: number;
  /** Of the selection, 0..1. */
  share: number;
}

/** The domains that a selection lies in, largest part first. */
export function domainParts(universe: Universe, selection: Selection): DomainPart[] {
  const counts = new Map<UniverseDomain, number>();
  let all = 0;
  for (const id of selection) {
    const theme = universe.themes[universe.indexOf.get(id) ?? -1];
    const domain = theme && universe.domainOf.get(theme.domainId);
    if (!domain) continue;
    all++;
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts]
    .map(([domain, themes]) => ({ domain, themes, share: themes / all }))
    .sort((a, b) => b.themes - a.themes || a.domain.id - b.domain.id);
}

/** The part of a theme's page that a summary needs. */
export interface ThemeContent {
  topics: readonly { id: number; label: string; passages: number }[];
  books: readonly {
    book: { id: number; title: string; authors: readonly string[] } | null;
    passages: number;
  }[];
}

export interface Tally<T> {
  item: T;
  /** Selected themes that it occurs in. */
  themes: number;
  passages: number;
}

type SummaryBook = NonNullable<ThemeContent['books'][number]['book']>;

/** Books of several themes: first those that speak of most of them, then those with most passages. */
export function topBooks(contents: readonly ThemeContent[], limit: number): Tally<SummaryBook>[] {
  return tally(
    contents.map(({ books }) =>
      books.flatMap(({ book, passages }) => (book === null ? [] : [{ item: book, passages }])),
    ),
    limit,
  );
}

/** Topics of several themes, in the same order. */
export function topTopics(
  contents: readonly ThemeContent[],
  limit: number,
): Tally<ThemeContent['topics'][number]>[] {
  return tally(
    contents.map(({ topics }) => topics.map((item) => ({ item, passages: item.passages }))),
    limit,
  );
}

function tally<T extends { id: number }>(
  lists: readonly (readonly { item: T; passages: number }[])[],
  limit: number,
): Tally<T>[] {
  const sums = new Map<number, Tally<T>>();
  for (const list of lists) {
    for (const { item, passages } of list) {
      const sum = sums.get(item.id) ?? { item, themes: 0, passages: 0 };
      sum.themes++;
      sum.passages += passages;
      sums.set(item.id, sum);
    }
  }
  return [...sums.values()]
    .sort((a, b) => b.themes - a.themes || b.passages - a.passages || a.item.id - b.item.id)
    .slice(0, limit);
}
