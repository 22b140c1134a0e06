/** What a reader who has begun to type may mean, from the library itself. In the browser. */
import type * as Http from '@libtrails/proto/http';

export type Suggestion = Http.Suggestion;

/** @returns completions, best first; none where the service cannot answer: the box works without them. */
export async function fetchSuggestions(
  query: string,
  limit: number,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  try {
    const params = new URLSearchParams({ q: query, limit: String(limit) });
    const response = await fetch(`/api/v1/suggest?${params}`, { signal });
    if (!response.ok) return [];
    const { completions = [] } = (await response.json()) as Partial<Http.SuggestResponse>;
    return completions;
  } catch {
    return [];
  }
}
