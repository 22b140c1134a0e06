import type { RefusedFile } from '../../lib/model.ts';
import * as strings from '../../lib/status/status-strings.ts';

/** Files that the indexer refused, each with its reason. */
export function RefusedFiles({ files }: { files: readonly RefusedFile[] }) {
  if (files.length === 0) return <p className="text-ink-2">{strings.status.refusedNone}</p>;
  return (
    <ul className="max-w-reading border-t border-line">
      {files.map((file) => (
        <li key={file.fileName} className="border-b border-line py-2.5">
          <p className="font-medium break-all">{file.fileName}</p>
          <p className="text-ink-2">{file.reason || file.code}</p>
        </li>
      ))}
    </ul>
  );
}
