'use client';

import { useEffect, useState } from 'react';
import { DEBOUNCE_MS, isSearchable } from '../../lib/search-box/live-query.ts';
import { universe as words } from '../../lib/universe/universe-strings.ts';
import { useUniverse } from '../../lib/universe/use-universe.ts';
import { searchThemes } from '../../lib/upstream/universe-api.ts';

/** Lights the themes that fit, and flies to the best. The box of the page's own top bar searches the books. */
export function UniverseSearch() {
  const { store, state } = useUniverse();
  const [text, setText] = useState(state.query);
  const { query } = state;

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === store.state.query) return;
    const timer = setTimeout(() => store.set({ query: isSearchable(wanted) ? wanted : '' }), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text, store]);

  useEffect(() => {
    if (query === '') {
      if (store.state.matches || store.state.nothingClose)
        store.set({ matches: undefined, nothingClose: false });
      return;
    }
    const controller = new AbortController();
    searchThemes(query, controller.signal).then(
      ({ matches, relevant }) => {
        const { universe } = store.state;
        const [best] = matches.keys();
        const index = best === undefined ? undefined : universe.indexOf.get(best);
        if (index === undefined) {
          store.set({ matches: undefined, nothingClose: true, said: { text: words.nothingClose } });
          return;
        }
        const nearest = universe.themes[index]?.label ?? '';
        const text = relevant ? words.matches(matches.size, nearest) : words.nearest(nearest);
        store.set({ matches, nothingClose: !relevant, said: { text } });
        store.onLookAt([index]);
      },
      () => {
        if (!controller.signal.aborted) store.set({ matches: undefined, said: { text: words.searchFailed } });
      },
    );
    return () => controller.abort();
  }, [query, store]);

  return (
    <form className="universe-search" onSubmit={(event) => event.preventDefault()}>
      <input
        type="search"
        className="field"
        aria-label={words.search}
        placeholder={words.searchPlaceholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
        }}
      />
      {text === '' ? null : (
        <button type="button" className="button" onClick={() => setText('')}>
          {words.clear}
        </button>
      )}
    </form>
  );
}
