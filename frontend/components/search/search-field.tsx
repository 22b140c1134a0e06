import type { InputHTMLAttributes, Ref } from 'react';
import { MAX_QUERY_LENGTH } from '../../lib/search/query.ts';
import { SEARCH_INPUT_ID } from '../../lib/shell/ids.ts';
import * as strings from '../../lib/strings.ts';
import { Icon } from '../ui/icon.tsx';

interface SearchFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  inputRef?: Ref<HTMLInputElement>;
  /** Shows a button that empties the box. */
  onClear?: (() => void) | undefined;
}

/** The look of the search box; the form around it decides what Enter does. */
export function SearchField({ inputRef, onClear, ...input }: SearchFieldProps) {
  return (
    <div className="relative">
      <Icon
        name="search"
        className="search-lens pointer-events-none absolute start-3 top-1/2 size-5 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={inputRef}
        id={SEARCH_INPUT_ID}
        type="search"
        name="q"
        aria-label={strings.box.label}
        placeholder={strings.box.placeholder}
        maxLength={MAX_QUERY_LENGTH}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        className="field search-field ps-10! pe-11!"
        {...input}
      />
      {onClear ? (
        <button
          type="button"
          onClick={onClear}
          aria-label={strings.box.clear}
          className="absolute end-0.5 top-1/2 flex size-10 -translate-y-1/2 items-center justify-center rounded-control text-ink-2 hover:text-ink"
        >
          <Icon name="close" className="size-4" />
        </button>
      ) : (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 rounded-control border border-line px-1.5 font-sans text-meta text-ink-3 max-md:hidden pointer-coarse:hidden"
        >
          /
        </span>
      )}
    </div>
  );
}
