import type { ReactNode } from 'react';
import { errorWords } from '../../lib/errors/error-words.ts';
import type { Problem } from '../../lib/errors/outcome.ts';
import * as strings from '../../lib/strings.ts';
import { Icon, type IconName } from './icon.tsx';

interface StateViewProps {
  /** What failed. */
  problem: Problem;
  /** Tries again without a page load; without it the button loads the page again. */
  onRetry?: () => void;
  /** The page has no other h1. */
  heading?: 'h1' | 'h2';
}

/** A failure: what it was, what still works, and the way on. */
export function StateView({ problem, onRetry, heading = 'h2' }: StateViewProps) {
  const { title, text } = errorWords(problem);
  return (
    <StateNote kind="error" title={title} text={text} heading={heading}>
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
        <a href="/status" className="link">
          {strings.errors.status}
        </a>
      </div>
    </StateNote>
  );
}

/** The states of a page that is not simply full: each has its own look, and says what to do next. */
export type StateKind = 'first-run' | 'empty' | 'nothing-relevant' | 'error' | 'offline';

const ICONS: Record<StateKind, { icon: IconName; colour: string } | undefined> = {
  'first-run': { icon: 'books', colour: 'text-accent' },
  empty: undefined,
  'nothing-relevant': undefined,
  error: { icon: 'warn', colour: 'text-bad' },
  offline: { icon: 'offline', colour: 'text-warn' },
};

interface StateNoteProps {
  kind: StateKind;
  title: string;
  text?: ReactNode;
  heading?: 'h1' | 'h2';
  /** What to do next. */
  children?: ReactNode;
}

/** One state in words, with its way on below. */
export function StateNote({ kind, title, text, heading: Heading = 'h2', children }: StateNoteProps) {
  const look = ICONS[kind];
  return (
    <div role={kind === 'error' ? 'alert' : undefined} className="max-w-reading py-8">
      {look ? <Icon name={look.icon} className={`mb-3 size-7 ${look.colour}`} /> : null}
      <Heading className="mb-2 font-serif text-h2 font-semibold">{title}</Heading>
      {text ? <p className="text-body text-ink-2">{text}</p> : null}
      {children}
    </div>
  );
}
