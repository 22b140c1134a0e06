import type { LibraryStatus } from '../../lib/model.ts';
import { status as words } from '../../lib/status/status-strings.ts';

/** How long searches took, as a whole and stage by stage. */
export function LatencyTable({ latencies }: { latencies: LibraryStatus['latencies'] }) {
  const searches = latencies.find(({ stage }) => stage === 'total')?.searches ?? 0;
  if (searches === 0) return <p className="text-ink-2">{words.speedNone}</p>;
  return (
    <>
      <p className="mb-3 max-w-reading text-ink-2">{words.speedNote(searches)}</p>
      <table className="w-full max-w-reading">
        <thead>
          <tr className="border-b border-line text-meta text-ink-3 [&>th]:pb-1 [&>th]:font-normal">
            <th scope="col" className="text-start">
              {words.stage}
            </th>
            {[words.p50, words.p95, words.runs].map((figure) => (
              <th key={figure} scope="col" className="text-end">
                {figure}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {latencies.map(({ stage, label, p50Ms, p95Ms, searches: runs }) => (
            <tr key={stage} className="border-b border-line [&>*]:py-1.5">
              <th scope="row" className="text-start font-normal first-letter:uppercase">
                {words.stages[stage] ?? (label || stage)}
              </th>
              <td className="text-end">{p50Ms.toFixed(1)}</td>
              <td className="text-end">{p95Ms.toFixed(1)}</td>
              <td className="text-end text-ink-3">{runs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
