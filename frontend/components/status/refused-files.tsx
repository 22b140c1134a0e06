import type { JobStatus, RefusedFile } from '../../lib/model.ts';
import * as strings from '../../lib/status/status-strings.ts';

interface RefusedFilesProps {
  /** Of the watched folder, each with its reason. */
  files: readonly RefusedFile[];
  jobs: readonly JobStatus[];
}

/** Files that could not be read: those of the folder, and uploads that failed. */
export function RefusedFiles({ files, jobs }: RefusedFilesProps) {
  const failed = jobs.filter(({ kind, state }) => kind === 'index' && state === 'failed');
  const rows = [
    ...files.map(({ fileName, reason, code }) => ({ key: fileName, name: fileName, reason: reason || code })),
    ...failed.map(({ id, title, message }) => ({ key: `job ${id}`, name: title, reason: message })),
  ];
  if (rows.length === 0) return <p className="text-ink-2">{strings.status.refusedNone}</p>;
  return (
    <ul className="max-w-reading border-t border-line">
      {rows.map(({ key, name, reason }) => (
        <li key={key} className="border-b border-line py-2.5">
          <p className="font-medium break-all">{name}</p>
          <p className="text-ink-2">{reason}</p>
        </li>
      ))}
    </ul>
  );
}
