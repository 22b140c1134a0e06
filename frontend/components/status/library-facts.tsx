import { bytes, count } from '../../lib/format.ts';
import type { LibraryStatus } from '../../lib/model.ts';
import * as strings from '../../lib/status/status-strings.ts';

const COUNTS = Object.keys(strings.status.counts) as (keyof typeof strings.status.counts)[];

/** Counts of everything in the library, then what its file is. */
export function LibraryFacts({ status }: { status: LibraryStatus }) {
  const facts = [
    [strings.status.state, strings.status.states[status.state] ?? status.state],
    [strings.status.size, bytes(status.libraryBytes)],
    [strings.status.fingerprint, status.fingerprint],
    [strings.status.generation, count(status.generation)],
    [strings.status.vectors, bytes(status.vectorBytes)],
  ].filter(([, value]) => value !== '');
  return (
    <>
      <dl className="grid max-w-page grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        {COUNTS.map((key) => (
          <div key={key} className="flex flex-col-reverse border-t border-line pt-2">
            <dt className="text-meta text-ink-3">{strings.status.counts[key]}</dt>
            <dd className="font-serif text-h2">{count(status.counts?.[key] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <dl className="mt-6 grid max-w-reading grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
