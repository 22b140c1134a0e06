'use client';

import type { ReactNode } from 'react';
import * as libraryStrings from '../lib/library-strings.ts';
import * as strings from '../lib/strings.ts';
import { useJobs } from '../lib/use-jobs.ts';
import { AddBooks } from './add-books.tsx';
import { BookShelf } from './book-shelf.tsx';
import { ImportList } from './import-list.tsx';
import { OverallProgress } from './overall-progress.tsx';
import { Section } from './section.tsx';
import { StateNote } from './state-view.tsx';

/** Adding books and watching them come in. `children`: the other ways, which need no script. */
export function LibraryPage({ children }: { children: ReactNode }) {
  const { jobs, state } = useJobs();
  const finished = jobs.filter((job) => job.state === 'done').length;
  return (
    <div className="flex flex-col gap-10">
      <AddBooks />
      <Section id="imports" title={libraryStrings.library.imports}>
        {state === 'offline' ? (
          <StateNote
            kind="offline"
            title={strings.errors.unavailable}
            text={libraryStrings.library.offline}
          />
        ) : (
          <>
            <OverallProgress jobs={jobs} />
            <ImportList jobs={jobs} />
          </>
        )}
      </Section>
      <Section id="shelf" title={libraryStrings.library.shelf}>
        <BookShelf changed={finished} />
      </Section>
      {children}
    </div>
  );
}
