import type { RefusedFile } from '../../lib/model.ts';
import * as strings from '../../lib/status/status-strings.ts';

/** What is left out of the folder of books, each with its reason. */
export function SkippedEntries({ entries, total }: { entries: readonly RefusedFile[]; total: number }) {
  return (
    <>
      <ul className="max-w-reading border-t border-line">
        {entries.map(({ fileName, reason }) => (
          <li key={fileName} className="border-b border-line py-2.5">
            <p className="font-medium break-all">{fileName}</p>
            <p className="text-ink-2">{reason}</p>
          </li>
        ))}
      </ul>
      {total > entries.length ? (
        <p className="mt-2 text-ink-2">{strings.status.skippedMore(total - entries.length)}</p>
      ) : null}
    </>
  );
}
