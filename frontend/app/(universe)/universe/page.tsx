import type { Metadata } from 'next';
import { Shell } from '../../../components/shell/shell.tsx';
import { UniversePage } from '../../../components/universe/universe-page.tsx';
import { universe } from '../../../lib/universe/universe-strings.ts';

export const metadata: Metadata = { title: universe.title };

/** A static shell: the themes come as one JSON that the browser keeps. */
export default function Page() {
  return (
    <Shell>
      <UniversePage />
    </Shell>
  );
}
