/** What a reader who has begun to type may mean, from the library itself. In the browser. */

export interface Suggestion {
  kind: 'title' | 'author' | 'topic' | 'theme';
  /** Of the book, topic or theme; 0 for authors. */
  id: number;
  text: string;
  books: number;
}

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
    const { completions = [] } = (await response.json()) as { completions?: Suggestion[] };
    return completions;
  } catch {
    return [];
  }
}
