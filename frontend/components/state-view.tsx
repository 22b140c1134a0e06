import Link from 'next/link';
import { errorWords } from '../lib/error-words.ts';
import type { Problem } from '../lib/outcome.ts';
import * as strings from '../lib/strings.ts';
import { Icon } from './icon.tsx';

interface StateViewProps {
  problem: Problem;
  /** Tries again without a page load; without it the button loads the page again. */
  onRetry?: () => void;
  /** The page has no other h1. */
  heading?: 'h1' | 'h2';
}

/** What failed, what still works, and the way on. */
export function StateView({ problem, onRetry, heading: Heading = 'h2' }: StateViewProps) {
  const { title, text } = errorWords(problem);
  return (
    <div role="alert" className="max-w-reading py-10">
      <Icon name="warn" className="mb-3 size-7 text-bad" />
      <Heading className="mb-2 font-serif text-h2 font-semibold">{title}</Heading>
      <p className="text-body text-ink-2">{text}</p>
      {problem.requestId ? (
        <p className="mt-2 text-meta text-ink-3 select-all">{strings.errors.request(problem.requestId)}</p>
      ) : null}
      <div className="mt-5 flex flex-wrap items-center gap-4">
        {onRetry ? (
          <button type="button" onClick={onRetry} className="button button-primary">
            {strings.errors.retry}
          </button>
        ) : (
          // A form without an action asks for this very address again, script or not.
          <form>
            <button type="submit" className="button button-primary">
              {strings.errors.retry}
            </button>
          </form>
        )}
        <Link href="/status" prefetch={false} className="link">
          {strings.errors.status}
        </Link>
      </div>
    </div>
  );
}
