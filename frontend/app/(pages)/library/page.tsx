import type { Metadata } from 'next';
import { LibraryPage } from '../../../components/library/library-page.tsx';
import { PageHead } from '../../../components/ui/page-head.tsx';
import { Section } from '../../../components/ui/section.tsx';
import * as strings from '../../../lib/library/library-strings.ts';
import { importsOnServer } from '../../../lib/upstream/imports-on-server.ts';

export const metadata: Metadata = { title: strings.library.title };

export default async function AddBooksPage() {
  const initial = await importsOnServer();
  return (
    <>
      <PageHead title={strings.library.title}>
        <p className="max-w-reading text-body">{strings.library.intro}</p>
      </PageHead>
      <noscript>
        <p className="mb-6 text-body">{strings.library.noScript}</p>
      </noscript>
      <LibraryPage initial={initial}>
        <Section id="ways" title={strings.library.otherWays}>
          <dl className="grid max-w-page gap-x-8 gap-y-4 md:grid-cols-3">
            {strings.library.ways.map(({ title, text, command }) => (
              <div key={title} className="border-t border-line pt-3">
                <dt className="font-medium">{title}</dt>
                <dd className="mt-1 text-ink-2">
                  {text}
                  <code className="mt-2 block overflow-x-auto rounded-control bg-sunk px-2 py-1.5 font-mono text-meta text-ink">
                    {command}
                  </code>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      </LibraryPage>
    </>
  );
}
