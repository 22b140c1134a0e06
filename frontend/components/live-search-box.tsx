'use client';

import { useSearchParams } from 'next/navigation';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { RESULTS_ID } from '../lib/ids.ts';
import { DEBOUNCE_MS, isSearchable } from '../lib/live-query.ts';
import { parseSearch, searchUrl } from '../lib/search-url.ts';
import { SearchField } from './search-field.tsx';

/**
 * The box of the search page. Typing writes the address, and the results follow the address; so Back, sharing and
 * reloading need nothing of their own. Without script the form does the same by a page load.
 */
export function LiveSearchBox({ autoFocus = false }: { autoFocus?: boolean }) {
  const state = parseSearch(new URLSearchParams(useSearchParams()));
  const [text, setText] = useState(state.query);
  const written = useRef(state.query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);

  // The address changed by other means (Back, a link): the box shows what is searched.
  useEffect(() => {
    if (state.query === written.current) return;
    written.current = state.query;
    setText(state.query);
  }, [state.query]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const write = (query: string) => {
    clearTimeout(timer.current);
    const next = query.trim();
    if (next === state.query) return;
    written.current = next;
    const url = searchUrl({ ...state, query: next, page: 1 });
    // The first letter is a step to go back over; the letters after it are not.
    if (state.query === '') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  };

  const onType = (value: string, composing: boolean) => {
    setText(value);
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

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    write(text);
    document.getElementById(RESULTS_ID)?.focus();
  };

  const clear = () => {
    setText('');
    write('');
    input.current?.focus();
  };

  return (
    <search>
      <form action="/search" onSubmit={onSubmit}>
        {state.scope === 'books' || state.book > 0 ? null : (
          <input type="hidden" name="scope" value={state.scope} />
        )}
        {state.book > 0 ? <input type="hidden" name="book" value={state.book} /> : null}
        <SearchField
          inputRef={input}
          value={text}
          autoFocus={autoFocus}
          onChange={(e) => onType(e.target.value, (e.nativeEvent as InputEvent).isComposing)}
          onCompositionEnd={(e) => onType(e.currentTarget.value, false)}
          onKeyDown={(e) => {
            if (e.key === 'Escape' && text !== '') {
              e.preventDefault();
              clear();
            }
          }}
          onClear={text === '' ? undefined : clear}
        />
      </form>
    </search>
  );
}
