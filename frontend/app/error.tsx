'use client';

import { BrokenPage } from '../components/ui/broken-page.tsx';

/** A page that broke. Services that are away are no such case: the pages say so themselves. */
export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <BrokenPage {...props} />;
}
