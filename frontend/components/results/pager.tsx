import * as strings from '../../lib/browse/browse-strings.ts';
import { Icon } from '../ui/icon.tsx';
import { UrlLink } from '../ui/url-link.tsx';

interface PagerProps {
  /** 1-based. */
  page: number;
  last: number;
  href: (page: number) => string;
  /** What is paged through. */
  label: string;
}

/** Earlier and later pages of results; nothing where all are on one. */
export function Pager({ page, last, href, label }: PagerProps) {
  if (last <= 1) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between border-t border-line py-4">
      {page > 1 ? (
        <UrlLink href={href(page - 1)} className="button" rel="prev">
          <Icon name="left" className="size-4" />
          {strings.pager.previous}
        </UrlLink>
      ) : (
        <span />
      )}
      <span className="text-meta text-ink-3">{strings.pager.place(page, last)}</span>
      {page < last ? (
        <UrlLink href={href(page + 1)} className="button" rel="next">
          {strings.pager.next}
          <Icon name="right" className="size-4" />
        </UrlLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
