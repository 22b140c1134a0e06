import type { JobStatus } from '../../lib/model.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { Icon } from '../ui/icon.tsx';

/** One line while a folder is being indexed; nothing otherwise. */
export function IndexingNote({ jobs }: { jobs: readonly JobStatus[] }) {
  const job = jobs.find((j) => j.state === 'running' && j.kind === 'folder');
  if (!job) return null;
  return (
    <p className="flex items-center gap-2 text-ink-2">
      <Icon name="wait" className="size-5 text-warn" />
      {strings.states.indexing(job.done, job.total)}
    </p>
  );
}
