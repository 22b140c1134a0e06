'use client';

import './globals.css';
import { StateView } from '../components/state-view.tsx';
import { strings } from '../lib/strings.ts';

/** Stands in for the whole document when not even the layout could be made. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-page px-4 md:px-6">
          <StateView
            problem={{ code: 'internal', message: strings.errors.inside }}
            onRetry={reset}
            heading="h1"
          />
        </main>
      </body>
    </html>
  );
}
