/** Retrieval's HTTP API from the browser, as far as the universe needs it. */
import type * as Http from '@libtrails/proto/http';
import { makeUniverse, type Universe } from '../universe/universe.ts';

/** Themes that a search lights. */
const MATCHES = 60;

/** @throws Error with the status if the service refuses; AbortError */
async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    headers: { accept: 'application/json' },
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** All themes and their domains. */
export async function fetchUniverse(): Promise<Universe> {
  const { points, domains } = await getJson<Http.UniverseResponse>('/universe');
  return makeUniverse(points, new Map(domains.map(({ id, label }) => [id, label])));
}

export interface ThemeMatches {
  /** Ids of themes with their closeness relative to the best, 0..1, best first. */
  matches: Map<number, number>;
  relevant: boolean;
}

export async function searchThemes(query: string, signal: AbortSignal): Promise<ThemeMatches> {
  const params = new URLSearchParams({ q: query, scope: 'themes', limit: String(MATCHES) });
  const answer = await getJson<Http.SearchResponse>(`/search?${params}`, signal);
  const best = answer.results[0]?.score ?? 1;
  const matches = new Map<number, number>();
  for (const { theme, score } of answer.results) if (theme) matches.set(theme.id, score / best);
  return { matches, relevant: answer.relevant };
}

const themes = new Map<number, Promise<Http.ThemeDetail>>();

/** A theme's page; asked for once a visit. */
export function fetchTheme(id: number): Promise<Http.ThemeDetail> {
  let detail = themes.get(id);
  if (!detail) {
    detail = getJson<Http.ThemeDetail>(`/themes/${id}`);
    detail.catch(() => themes.delete(id));
    themes.set(id, detail);
  }
  return detail;
}
