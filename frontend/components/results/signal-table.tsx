import type { FoundTrace } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { SIGNALS, wholePercents } from '../../lib/search/signals.ts';
import { MatchedThing } from './matched-thing.tsx';

/** Every signal that found a result: its rank, what matched, its own score, and its share of the whole. */
export function SignalTable({ signals, query }: { signals: readonly FoundTrace[]; query: string }) {
  const percents = wholePercents(signals.map((s) => s.share));
  return (
    <table className="mt-4 w-full text-start text-meta">
      <thead>
        <tr className="border-b border-line text-ink-3 [&>th]:pb-1 [&>th]:font-normal">
          <th className="text-start">{strings.why.signal}</th>
          <th className="px-2 text-end">{strings.why.rank}</th>
          <th className="px-2 text-end">{strings.why.raw}</th>
          <th className="w-1/4 ps-2 text-start">{strings.why.share}</th>
        </tr>
      </thead>
      <tbody>
        {signals.map((trace, i) => (
          <Row key={trace.name} trace={trace} percent={percents[i] ?? 0} query={query} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ trace, percent, query }: { trace: FoundTrace; percent: number; query: string }) {
  const signal = SIGNALS.find((s) => s.name === trace.name);
  const label = signal ? strings.signals[signal.name].name : trace.name;
  return (
    <tr className="border-b border-line align-top [&>*]:py-2">
      <th scope="row" className="text-start font-normal">
        <span className="block font-medium text-ink first-letter:uppercase">{label}</span>
        <MatchedThing trace={trace} query={query} />
      </th>
      <td className="px-2 text-end">{trace.rank}</td>
      <td className="px-2 text-end">{trace.raw.toFixed(2)}</td>
      <td className="ps-2">
        <span className="flex items-center gap-2">
          <span className="h-2 flex-1 bg-sunk" aria-hidden="true">
            <span
              className={`bar-fill block h-2 ${signal?.family === 'word' ? 'bg-sig-word' : 'bg-sig-meaning'}`}
              style={{ width: `${percent}%` }}
            />
          </span>
          <span className="min-w-[4.5ch] text-end whitespace-nowrap">{percent}%</span>
        </span>
      </td>
    </tr>
  );
}
