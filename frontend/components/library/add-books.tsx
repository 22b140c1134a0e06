'use client';

import { type DragEvent, useRef, useState } from 'react';
import { acceptedFiles } from '../../../services/common/src/book-formats.ts';
import { droppedFiles } from '../../lib/library/dropped-files.ts';
import { sortFiles } from '../../lib/library/job-view.ts';
import * as strings from '../../lib/library/library-strings.ts';
import { useUploads } from '../../lib/library/use-uploads.ts';
import type { Rights } from '../../lib/upstream/session-api.ts';
import { Icon } from '../ui/icon.tsx';
import { UploadList } from './upload-list.tsx';
import { WriteAccess } from './write-access.tsx';

/** Books from this device: dropped, chosen, or a whole folder of them. */
export function AddBooks({ rights }: { rights: Rights | undefined }) {
  const { uploads, add, retry, dismiss, retryRefused } = useUploads();
  const [over, setOver] = useState(false);
  const [ignored, setIgnored] = useState<string[]>([]);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  const take = (given: readonly File[]) => {
    const { books, others } = sortFiles(given);
    setIgnored(others);
    add(books);
  };
  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(await droppedFiles(event.dataTransfer));
  };

  return (
    <>
      <WriteAccess initial={rights} onGranted={retryRefused} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the buttons inside do the same */}
      <div
        className="drop-zone"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="add" className="size-7 text-accent" />
        <p className="text-body">{strings.library.drop}</p>
        <div className="flex flex-wrap justify-center gap-3">
          <button type="button" className="button button-primary" onClick={() => files.current?.click()}>
            {strings.library.choose}
          </button>
          <button type="button" className="button" onClick={() => folder.current?.click()}>
            <Icon name="folder" />
            {strings.library.chooseFolder}
          </button>
        </div>
        <p className="text-meta text-ink-3">{strings.library.untouched}</p>
        <input
          ref={files}
          type="file"
          multiple
          accept={acceptedFiles()}
          aria-label={strings.library.choose}
          hidden
          onChange={(event) => take([...(event.target.files ?? [])])}
        />
        <input
          ref={folder}
          type="file"
          multiple
          // Not in React's types; every browser has it.
          {...{ webkitdirectory: '' }}
          aria-label={strings.library.chooseFolder}
          hidden
          onChange={(event) => take([...(event.target.files ?? [])])}
        />
      </div>
      {ignored.length > 0 ? (
        <p role="status" className="mt-3 text-ink-2">
          {strings.library.ignored(ignored)}
        </p>
      ) : null}
      <UploadList uploads={uploads} onRetry={retry} onDismiss={dismiss} />
    </>
  );
}
