'use client';

import { useSearchParams } from 'next/navigation';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { EMPTY_SEARCH, parseSearch, searchUrl } from '../../lib/search/search-url.ts';
import { DEBOUNCE_MS, isSearchable } from '../../lib/search-box/live-query.ts';
import { remember } from '../../lib/search-box/recent-searches.ts';
import { RESULTS_ID } from '../../lib/shell/ids.ts';
import { SearchCombobox } from './search-combobox.tsx';

/** Milliseconds of rest after which a search counts as one to come back to. */
const SETTLED_MS = 2_000;

interface LiveSearchBoxProps {
  autoFocus?: boolean;
  /** The reader has typed. */
  onTyping: () => void;
}

/**
 * The box of the search page. Typing writes the address, and the results follow the address; so Back, sharing and
 * reloading need nothing of their own. Without script the form does the same by a page load.
 */
export function LiveSearchBox({ autoFocus = false, onTyping }: LiveSearchBoxProps) {
  const state = parseSearch(new URLSearchParams(useSearchParams()));
  const [text, setText] = useState(state.query);
  const written = useRef(state.query);
  // The search in the history to come back to; what is typed next gets its own entry.
  const settled = useRef(true);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);

  // The address changed by other means (Back, a link): the box shows what is searched.
  useEffect(() => {
    if (state.query === written.current) return;
    written.current = state.query;
    setText(state.query);
  }, [state.query]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      clearTimeout(settling.current);
    },
    [],
  );

  const write = (query: string) => {
    clearTimeout(timer.current);
    const next = query.trim();
    if (next === state.query) return;
    written.current = next;
    const url = searchUrl({ ...state, query: next, page: 1, asTyped: false });
    // One step back leads over everything typed in one go.
    if (settled.current) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
    // The answer is read from its best result on.
    window.scrollTo(0, 0);
    settled.current = false;
    clearTimeout(settling.current);
    settling.current = setTimeout(() => settle(next), SETTLED_MS);
  };

  const settle = (query: string) => {
    clearTimeout(settling.current);
    settled.current = true;
    remember(query);
  };

  const onType = (value: string, composing: boolean) => {
    setText(value);
    onTyping();
    clearTimeout(timer.current);
    if (composing) return;
    if (value.trim() === '') write('');
    else if (isSearchable(value)) timer.current = setTimeout(() => write(value), DEBOUNCE_MS);
  };

  // What was typed before the page came alive counts, too. Runs once.
  const onTypeRef = useRef(onType);
  useEffect(() => {
    const typed = input.current?.value ?? '';
    if (typed.trim() !== written.current) onTypeRef.current(typed, false);
  }, []);

  const run = (query: string) => {
    setText(query);
    write(query);
    settle(query.trim());
    document.getElementById(RESULTS_ID)?.focus();
  };

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    run(text);
  };

  const clear = () => {
    setText('');
    write('');
    input.current?.focus();
  };

  return (
    <search>
      <form action="/search" onSubmit={onSubmit}>
        {state.scope === EMPTY_SEARCH.scope || state.book > 0 ? null : (
          <input type="hidden" name="in" value={state.scope} />
        )}
        {state.book > 0 ? <input type="hidden" name="book" value={state.book} /> : null}
        <SearchCombobox
          inputRef={input}
          value={text}
          opensByTyping={false}
          autoFocus={autoFocus}
          onChange={(e) => onType(e.target.value, (e.nativeEvent as InputEvent).isComposing)}
          onCompositionEnd={(e) => onType(e.currentTarget.value, false)}
          onSearch={run}
          onClear={clear}
        />
      </form>
    </search>
  );
}
