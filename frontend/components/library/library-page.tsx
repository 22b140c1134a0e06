'use client';

import type { ReactNode } from 'react';
import * as libraryStrings from '../../lib/library/library-strings.ts';
import { useJobs } from '../../lib/library/use-jobs.ts';
import * as strings from '../../lib/strings.ts';
import type { Imports } from '../../lib/upstream/imports-on-server.ts';
import { Section } from '../ui/section.tsx';
import { StateNote } from '../ui/state-view.tsx';
import { AddBooks } from './add-books.tsx';
import { BookShelf } from './book-shelf.tsx';
import { ImportList } from './import-list.tsx';
import { OverallProgress } from './overall-progress.tsx';

interface LibraryPageProps {
  /** As the server knew it when it made the page. */
  initial: Imports;
  /** The other ways, which need no script. */
  children: ReactNode;
}

/** Adding books and watching them come in. */
export function LibraryPage({ initial, children }: LibraryPageProps) {
  const { jobs, state } = useJobs(initial.jobs);
  const finished = jobs.filter((job) => job.state === 'done').length;
  return (
    <div className="flex flex-col gap-10">
      <AddBooks rights={initial.rights} />
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
        <BookShelf changed={finished} initial={initial.newest} />
      </Section>
      {children}
    </div>
  );
}
