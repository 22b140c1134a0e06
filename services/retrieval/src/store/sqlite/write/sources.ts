/** Notes on files that did not become books. */

import type { SourceRow } from '../../admission.ts';
import type { LibraryChange } from '../../change.ts';
import type { Refusal } from '../../writer.ts';
import type { WriteSession } from './session.ts';

/** Records why a file was refused. A book made from an earlier version of the file stays. */
export function refuseSource(
  session: WriteSession,
  { source, code, reason }: Refusal,
): { change: LibraryChange } {
  return session.write(() => {
    const known = session.row<SourceRow>('source-by-name', source.fileName);
    const { fileName, contentHash, size, modifiedMs, pipeline } = source;
    const bookId = known?.bookId ?? null;
    session.run('source-put', fileName, contentHash, size, modifiedMs, pipeline, bookId, code, reason);
  });
}
