import { broken } from '../../lib/shell/broken-strings.ts';

interface BrokenPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/**
 * What a reader sees where a page could not be made at all. Part of every page's first load, so it takes nothing
 * along: plain links, no icons.
 */
export function BrokenPage({ error, reset }: BrokenPageProps) {
  return (
    <main className="mx-auto max-w-page px-4 py-12 md:px-6">
      <h1 className="mb-2 font-serif text-h2 font-semibold">{broken.title}</h1>
      <p className="max-w-reading text-body text-ink-2">{broken.text}</p>
      {error.digest ? (
        <p className="mt-2 text-meta text-ink-3 select-all">
          {broken.request} {error.digest}
        </p>
      ) : null}
      <div className="mt-5 flex flex-wrap items-center gap-4">
        <button type="button" onClick={reset} className="button button-primary">
          {broken.retry}
        </button>
        <a href="/" className="link">
          {broken.home}
        </a>
        <a href="/status" className="link">
          {broken.status}
        </a>
      </div>
    </main>
  );
}
