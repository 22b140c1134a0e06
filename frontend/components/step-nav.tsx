import Link from 'next/link';
import { Icon } from './icon.tsx';

interface Step {
  href: string;
  label: string;
}

/** One back, one on. */
export function StepNav({
  label,
  previous,
  next,
}: {
  label: string;
  previous?: Step | undefined;
  next?: Step | undefined;
}) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="mt-6 flex flex-wrap justify-between gap-3 border-t border-line pt-4">
      {previous ? (
        <Link
          href={previous.href}
          prefetch={false}
          rel="prev"
          className="link inline-flex min-h-11 items-center gap-1"
        >
          <Icon name="left" className="size-4" />
          {previous.label}
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link
          href={next.href}
          prefetch={false}
          rel="next"
          className="link inline-flex min-h-11 items-center gap-1"
        >
          {next.label}
          <Icon name="right" className="size-4" />
        </Link>
      ) : null}
    </nav>
  );
}
