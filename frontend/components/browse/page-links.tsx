import { shelf } from '../../lib/browse/browse-strings.ts';
import { pageNumbers } from '../../lib/browse/page-numbers.ts';
import { count } from '../../lib/format.ts';
import { Icon } from '../ui/icon.tsx';

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
        <a href={href(page - 1)} rel="prev" aria-label={shelf.previous}>
          <Icon name="left" className="size-4" />
        </a>
      ) : null}
      {pageNumbers(page, pages).map((n) =>
        n < 0 ? (
          <span key={n} aria-hidden="true">
            …
          </span>
        ) : (
          <a key={n} href={href(n)} aria-label={shelf.page(n)} aria-current={n === page ? 'page' : undefined}>
            {count(n)}
          </a>
        ),
      )}
      {page < pages ? (
        <a href={href(page + 1)} rel="next" aria-label={shelf.next}>
          <Icon name="right" className="size-4" />
        </a>
      ) : null}
    </nav>
  );
}
