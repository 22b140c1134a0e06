import Form from 'next/form';
import { SearchField } from './search-field.tsx';

/** The box in the bar of every page but the search page: Enter leads there. */
export function SearchBox() {
  return (
    <search>
      <Form action="/search" prefetch={false}>
        <SearchField />
      </Form>
    </search>
  );
}
