import type { CSSProperties } from 'react';
import { titleHue } from '../../lib/browse/hue.ts';
import { coverUrl } from '../../lib/links.ts';
import type { Book } from '../../lib/model.ts';

interface CoverProps {
  book: Pick<Book, 'id' | 'title' | 'authors' | 'cover'>;
  /** In the first screen: load now. */
  eager?: boolean;
}

/**
 * A book's cover in 2:3, as wide as its place. Underneath stands one set from title and author, which shows
 * while the picture loads and where there is none. The title is always beside it, so it needs no accessible name.
 */
export function Cover({ book, eager = false }: CoverProps) {
  const url = coverUrl(book);
  return (
    <div
      aria-hidden="true"
      style={{ '--hue': titleHue(book.title) } as CSSProperties}
      className="hue-tint @container relative aspect-2/3 w-full self-start overflow-hidden rounded-cover shadow-cover"
    >
      <div className="absolute inset-[6cqw] flex flex-col border border-current/40 p-[7cqw] font-serif">
        <span className="line-clamp-5 text-[11cqw] leading-[1.15] font-semibold">{book.title}</span>
        <span className="mt-auto line-clamp-2 font-sans text-[7.5cqw] leading-tight">{book.authors[0]}</span>
      </div>
      {url ? (
        // biome-ignore lint/performance/noImgElement: covers are scaled when indexed; this server has no image pipeline
        <img
          src={url}
          alt=""
          width={160}
          height={240}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          className="absolute inset-0 size-full object-cover"
        />
      ) : null}
    </div>
  );
}
