'use client';

import * as libraryStrings from '../../lib/library/library-strings.ts';
import type { Upload } from '../../lib/library/use-uploads.ts';
import * as strings from '../../lib/strings.ts';
import { Icon } from '../ui/icon.tsx';

interface UploadListProps {
  uploads: readonly Upload[];
  onRetry: (upload: Upload) => void;
  onDismiss: (upload: Upload) => void;
}

/** Files on their way to the server. Those that arrived are jobs in the list below. */
export function UploadList({ uploads, onRetry, onDismiss }: UploadListProps) {
  const shown = uploads.filter((upload) => upload.state !== 'sent');
  const sent = uploads.length - shown.length;
  if (uploads.length === 0) return null;
  return (
    <div className="mt-4 max-w-reading">
      <p role="status" className="text-meta text-ink-2">
        {libraryStrings.library.sent(sent, uploads.length)}
      </p>
      <ul>
        {shown.map((upload) => (
          <li key={upload.id} className="flex flex-wrap items-center gap-x-3 border-b border-line py-2">
            <Icon
              name={upload.state === 'failed' ? 'warn' : 'wait'}
              className={`size-4 ${upload.state === 'failed' ? 'text-bad' : 'text-ink-3'}`}
            />
            <span className="min-w-0 flex-1 break-words">{upload.file.name}</span>
            {upload.state === 'failed' ? (
              <>
                <span className="text-bad">{upload.problem}</span>
                {upload.final ? null : (
                  <button type="button" className="link min-h-8" onClick={() => onRetry(upload)}>
                    {strings.errors.retry}
                  </button>
                )}
                <button
                  type="button"
                  className="link min-h-8"
                  aria-label={libraryStrings.library.dismissFile(upload.file.name)}
                  onClick={() => onDismiss(upload)}
                >
                  {libraryStrings.library.dismiss}
                </button>
              </>
            ) : (
              <span className="text-meta text-ink-3">
                {libraryStrings.library.uploadStates[upload.state]}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
