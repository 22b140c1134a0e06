'use client';

import { StateView } from '../components/state-view.tsx';
import { Wordmark } from '../components/wordmark.tsx';
import { strings } from '../lib/strings.ts';

/** A page that broke, and not because a service was away: those say so themselves. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const problem = {
    code: 'internal',
    message: strings.errors.inside,
    ...(error.digest === undefined ? {} : { requestId: error.digest }),
  };
  return (
    <main className="mx-auto max-w-page px-4 py-4 md:px-6">
      <Wordmark />
      <StateView problem={problem} onRetry={reset} heading="h1" />
    </main>
  );
}
