import type { Metadata } from 'next';
import Link from 'next/link';
import { BookGrid } from '../../../components/book-grid.tsx';
import { FirstRun } from '../../../components/first-run.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { SortLinks } from '../../../components/sort-links.tsx';
import { StateView } from '../../../components/state-view.tsx';
import type { PageParams } from '../../../lib/search-url.ts';
import { toParams } from '../../../lib/search-url.ts';
import * as strings from '../../../lib/strings.ts';
import { listBooks } from '../../../lib/upstream/library.ts';

export const metadata: Metadata = { title: strings.books.title };

const PAGE = 60;
const SORTS = ['title', 'author', 'year', 'added'] as const;

export default async function BooksPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const params = toParams(await searchParams);
  const sort = SORTS.find((s) => s === params.get('sort')) ?? 'title';
  const cursor = params.get('cursor') ?? '';
  const outcome = await listBooks({ limit: PAGE, cursor, sort });
  if (!outcome.ok) return <StateView problem={outcome.problem} heading="h1" />;
  const { books, total, nextCursor } = outcome.value;
  const href = (next: Record<string, string>) => `/books?${new URLSearchParams(next)}`;
  return (
    <>
      <PageHead title={strings.books.title}>{strings.books.total(total)}</PageHead>
      {total === 0 ? <FirstRun /> : null}
      {total > 1 ? (
        <SortLinks
          label={strings.books.sort}
          current={sort}
          choices={SORTS.map((s) => ({ value: s, label: strings.books.sorts[s], href: href({ sort: s }) }))}
        />
      ) : null}
      <BookGrid books={books} eager={8} />
      {cursor || nextCursor ? (
        <nav
          aria-label={strings.books.title}
          className="mt-10 flex justify-between border-t border-line pt-4"
        >
          {cursor ? (
            <Link href={href({ sort })} prefetch={false} className="button">
              {strings.books.first}
            </Link>
          ) : (
            <span />
          )}
          {nextCursor ? (
            <Link href={href({ sort, cursor: nextCursor })} prefetch={false} className="button" rel="next">
              {strings.books.next}
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
