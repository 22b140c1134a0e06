'use client';

import './globals.css';
import { BrokenPage } from '../components/ui/broken-page.tsx';

/** Stands in for the whole document when not even the layout could be made. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <BrokenPage {...props} />
      </body>
    </html>
  );
}
