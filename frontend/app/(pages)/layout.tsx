import type { ReactNode } from 'react';
import { PageKeys } from '../../components/shell/page-keys.tsx';
import { Shell } from '../../components/shell/shell.tsx';

/** Made for every request: they show the library as it is now, and their scripts need the request's nonce. */
export const dynamic = 'force-dynamic';

export default function PagesLayout({ children }: { children: ReactNode }) {
  return (
    <Shell>
      {children}
      <PageKeys />
    </Shell>
  );
}
