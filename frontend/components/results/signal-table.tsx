import type { FoundTrace } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { type SparkSlot, wholePercents } from '../../lib/search/signals.ts';
import { MatchedThing } from './matched-thing.tsx';

interface SignalTableProps {
  signals: readonly FoundTrace[];
  slots: readonly SparkSlot[];
  query: string;
}

/** Every signal that found a result: its rank, what matched, its own score, and its share of the whole. */
export function SignalTable({ signals, slots, query }: SignalTableProps) {
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
          <Row
            key={trace.name}
            trace={trace}
            slot={slots.find(({ name }) => name === trace.name)}
            percent={percents[i] ?? 0}
            query={query}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  trace: FoundTrace;
  slot: SparkSlot | undefined;
  percent: number;
  query: string;
}

function Row({ trace, slot, percent, query }: RowProps) {
  return (
    <tr className="border-b border-line align-top [&>*]:py-2">
      <th scope="row" className="text-start font-normal">
        <span className="block font-medium text-ink first-letter:uppercase">{slot?.label ?? trace.name}</span>
        <MatchedThing trace={trace} query={query} />
      </th>
      <td className="px-2 text-end">{trace.rank}</td>
      <td className="px-2 text-end">{trace.raw.toFixed(2)}</td>
      <td className="ps-2">
        <span className="flex items-center gap-2">
          <span className="h-2 flex-1 bg-sunk" aria-hidden="true">
            <span
              className={`bar-fill block h-2 ${slot?.family === 'keyword' ? 'bg-sig-word' : 'bg-sig-meaning'}`}
              style={{ width: `${percent}%` }}
            />
          </span>
          <span className="min-w-[4.5ch] text-end whitespace-nowrap">{percent}%</span>
        </span>
      </td>
    </tr>
  );
}
