'use client';

import Form from 'next/form';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { remember } from '../lib/recent-searches.ts';
import { EMPTY_SEARCH, searchUrl } from '../lib/search-url.ts';
import { SearchCombobox } from './search-combobox.tsx';

/** The box in the bar of every page but the search page: Enter leads there. */
export function SearchBox() {
  const router = useRouter();
  const [text, setText] = useState('');
  return (
    <search>
      <Form action="/search" prefetch={false} onSubmit={() => remember(text.trim())}>
        <SearchCombobox
          value={text}
          opensByTyping
          onChange={(event) => setText(event.target.value)}
          onSearch={(query) => router.push(searchUrl({ ...EMPTY_SEARCH, query }))}
          onClear={() => setText('')}
        />
      </Form>
    </search>
  );
}
