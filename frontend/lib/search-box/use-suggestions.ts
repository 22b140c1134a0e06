'use client';

import { useEffect, useState } from 'react';
import { fetchSuggestions, type Suggestion } from '../upstream/suggest-api.ts';
import { DEBOUNCE_MS, isSearchable } from './live-query.ts';

/** Lines of the popup beside the recent searches. */
const SHOWN = 8;

/** Completions for the text in the box, while `wanted`; the last ones stay until the next arrive. */
export function useSuggestions(text: string, wanted: boolean): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const query = text.trim();
  const asks = wanted && isSearchable(query);
  useEffect(() => {
    if (!asks) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const suggestions = await fetchSuggestions(query, SHOWN, controller.signal);
      if (!controller.signal.aborted) setFound(suggestions);
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, asks]);
  return asks ? found : [];
}
