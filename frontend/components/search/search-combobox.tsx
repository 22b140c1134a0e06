'use client';

import { useRouter } from 'next/navigation';
import { type InputHTMLAttributes, type Ref, useState } from 'react';
import { type Option, searchOptions } from '../../lib/search-box/combobox-options.ts';
import { forget, remember, useRecentSearches } from '../../lib/search-box/recent-searches.ts';
import { useSuggestions } from '../../lib/search-box/use-suggestions.ts';
import { Combobox } from './combobox.tsx';
import { RecentFoot } from './recent-foot.tsx';

interface SearchComboboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onSelect'> {
  inputRef?: Ref<HTMLInputElement>;
  value: string;
  /** The list opens while the reader types; where results follow the typing it waits for an arrow. */
  opensByTyping: boolean;
  /** A search was chosen. */
  onSearch: (query: string) => void;
  onClear: () => void;
}

/** The search box with what it suggests: recent searches, and books, authors, topics and themes of the library. */
export function SearchCombobox({ opensByTyping, onSearch, onClear, ...field }: SearchComboboxProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const recent = useRecentSearches();
  const suggestions = useSuggestions(field.value, open);
  const options = searchOptions(field.value, recent, suggestions);
  const empty = field.value.trim() === '';

  const onPick = (option: Option) => {
    setOpen(false);
    if (option.href) router.push(option.href);
    else {
      remember(option.text);
      onSearch(option.text);
    }
  };

  return (
    <Combobox
      {...field}
      options={options}
      open={open}
      onOpen={setOpen}
      onPick={onPick}
      onForget={forget}
      onEscape={onClear}
      onClear={field.value === '' ? undefined : onClear}
      onClick={() => setOpen(empty && recent.length > 0)}
      onChange={(event) => {
        field.onChange?.(event);
        setOpen(opensByTyping && event.target.value.trim() !== '');
      }}
      foot={empty && recent.length > 0 ? <RecentFoot /> : undefined}
    />
  );
}
