import Link from 'next/link';
import { shelf } from '../../lib/browse-strings.ts';
import { count } from '../../lib/format.ts';
import { pageNumbers } from '../../lib/page-numbers.ts';
import { Icon } from '../icon.tsx';

interface PageLinksProps {
  label: string;
  /** 1-based. */
  page: number;
  pages: number;
  href: (page: number) => string;
}

/** Numbered pages as links; nothing where all is on one. */
export function PageLinks({ label, page, pages, href }: PageLinksProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="page-links">
      {page > 1 ? (
        <Link href={href(page - 1)} prefetch={false} rel="prev" aria-label={shelf.previous}>
          <Icon name="left" className="size-4" />
        </Link>
      ) : null}
      {pageNumbers(page, pages).map((n) =>
        n < 0 ? (
          <span key={n} aria-hidden="true">
            …
          </span>
        ) : (
          <Link
            key={n}
            href={href(n)}
            prefetch={false}
            aria-label={shelf.page(n)}
            aria-current={n === page ? 'page' : undefined}
          >
            {count(n)}
          </Link>
        ),
      )}
      {page < pages ? (
        <Link href={href(page + 1)} prefetch={false} rel="next" aria-label={shelf.next}>
          <Icon name="right" className="size-4" />
        </Link>
      ) : null}
    </nav>
  );
}
