'use client';

import './globals.css';
import { BrokenPage } from '../components/ui/broken-page.tsx';

/** Replaces the whole document when even the layout failed to render. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <BrokenPage {...props} />
      </body>
    </html>
  );
}
