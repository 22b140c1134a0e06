import * as strings from '../../lib/search/search-strings.ts';

/** The library is empty: how to fill it. */
export function FirstRun() {
  return (
    <section className="max-w-reading py-10">
      <h2 className="mb-2 font-serif text-h2 font-semibold">{strings.states.firstRun}</h2>
      <p className="mb-5 text-body text-ink-2">{strings.states.firstRunText}</p>
      <dl className="border-t border-line">
        {strings.states.firstRunWays.map(([way, command]) => (
          <div key={way} className="border-b border-line py-3">
            <dt className="font-medium">{way}</dt>
            <dd className="mt-1 font-mono text-meta text-ink-2">{command}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
