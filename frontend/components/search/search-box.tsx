'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { queryUrl } from '../../lib/search/query.ts';
import { remember } from '../../lib/search-box/recent-searches.ts';
import { SearchCombobox } from './search-combobox.tsx';

/** The box in the bar of every page but the search page: Enter leads there. */
export function SearchBox() {
  const router = useRouter();
  const [text, setText] = useState('');
  const run = (query: string) => router.push(query === '' ? '/' : queryUrl(query));
  return (
    <search>
      <form
        action="/search"
        onSubmit={(event) => {
          event.preventDefault();
          remember(text.trim());
          run(text.trim());
        }}
      >
        <SearchCombobox
          value={text}
          opensByTyping
          onChange={(event) => setText(event.target.value)}
          onSearch={run}
          onClear={() => setText('')}
        />
      </form>
    </search>
  );
}
