import type { Metadata } from 'next';
import { AutoRefresh } from '../../../components/status/auto-refresh.tsx';
import { CopyDiagnostics } from '../../../components/status/copy-diagnostics.tsx';
import { JobList } from '../../../components/status/job-list.tsx';
import { LatencyTable } from '../../../components/status/latency-table.tsx';
import { LibraryFacts } from '../../../components/status/library-facts.tsx';
import { PauseIndexing } from '../../../components/status/pause-indexing.tsx';
import { RefusedFiles } from '../../../components/status/refused-files.tsx';
import { ServiceTable } from '../../../components/status/service-table.tsx';
import { SkippedEntries } from '../../../components/status/skipped-entries.tsx';
import { PageHead } from '../../../components/ui/page-head.tsx';
import { Section } from '../../../components/ui/section.tsx';
import { diagnostics } from '../../../lib/status/diagnostics.ts';
import { serviceRows, verdict } from '../../../lib/status/service-rows.ts';
import * as strings from '../../../lib/status/status-strings.ts';
import { embeddingInfo } from '../../../lib/upstream/embedding.ts';
import { libraryStatus } from '../../../lib/upstream/library.ts';

export const metadata: Metadata = { title: strings.status.title };

/** Seconds between looks while something is being indexed, and while nothing is. */
const BUSY_S = 3;
const IDLE_S = 15;

export default async function StatusPage() {
  const [library, embedding] = await Promise.all([libraryStatus(0), embeddingInfo()]);
  const status = library.ok ? library.value : undefined;
  const rows = serviceRows(library, embedding, process.uptime(), process.memoryUsage.rss());
  const busy = status?.jobs.some((job) => job.state === 'running' || job.state === 'queued') ?? true;
  return (
    <>
      <PageHead title={strings.status.title}>
        <p role="status" className="text-body">
          {verdict(library, embedding)}
        </p>
      </PageHead>
      <div className="flex flex-col gap-10">
        <Section id="services" title={strings.status.services}>
          <ServiceTable rows={rows} />
        </Section>
        {status ? (
          <>
            <Section id="jobs" title={strings.status.indexing}>
              <PauseIndexing paused={status.indexingPaused} />
              <JobList jobs={status.jobs} />
            </Section>
            <Section id="library" title={strings.status.library}>
              <LibraryFacts status={status} />
            </Section>
            <Section id="speed" title={strings.status.speed}>
              <LatencyTable latencies={status.latencies} />
            </Section>
            <Section id="refused" title={strings.status.refused}>
              <RefusedFiles files={status.refused} jobs={status.jobs} />
            </Section>
            {status.skippedTotal > 0 ? (
              <Section id="skipped" title={strings.status.skipped}>
                <SkippedEntries entries={status.skipped} total={status.skippedTotal} />
              </Section>
            ) : null}
          </>
        ) : null}
        <Section id="diagnostics" title={strings.status.diagnostics}>
          <p className="mb-3 text-ink-2">{strings.status.diagnosticsNote}</p>
          <CopyDiagnostics text={diagnostics(status, rows)} />
        </Section>
      </div>
      <AutoRefresh seconds={busy ? BUSY_S : IDLE_S} />
    </>
  );
}
