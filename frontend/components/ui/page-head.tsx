import type { ReactNode } from 'react';

interface PageHeadProps {
  title: string;
  /** Above the title: what kind of thing this is. */
  kind?: ReactNode;
  language?: string;
  /** The page brings its own space below. */
  tight?: boolean;
  /** Below the title. */
  children?: ReactNode;
}

/** The head of a page about one thing. */
export function PageHead({ title, kind, language, tight = false, children }: PageHeadProps) {
  return (
    <header className={tight ? '' : 'mb-8'}>
      {kind ? <p className="mb-1 text-ink-2">{kind}</p> : null}
      <h1
        lang={language || undefined}
        className="max-w-[26ch] first-letter:uppercase font-serif text-h1 font-semibold tracking-[-0.01em]"
      >
        {title}
      </h1>
      {children ? <div className="mt-2 text-ink-2">{children}</div> : null}
    </header>
  );
}
