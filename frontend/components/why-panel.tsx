import type { SignalTrace } from '../lib/model.ts';
import { SIGNALS, type SparkSlot, wholePercents, whySentence } from '../lib/signals.ts';
import * as strings from '../lib/strings.ts';
import { MatchedThing } from './matched-thing.tsx';
import { Popover } from './popover.tsx';

interface WhyPanelProps {
  /** Unique on the page. */
  id: string;
  what: string;
  signals: readonly SignalTrace[];
  slots: readonly SparkSlot[];
  query: string;
  sentence: string | undefined;
  button: string;
}

/** "Why this result": one sentence, then every signal with its rank, what matched, its score and its share. */
export function WhyPanel({ id, what, signals, slots, query, sentence, button }: WhyPanelProps) {
  const percents = wholePercents(signals.map((s) => s.share));
  const names = (some: readonly SparkSlot[]) => some.map((s) => strings.signals[s.name].name).join(', ');
  const absent = names(slots.filter((s) => s.state === 'missed'));
  const silent = names(slots.filter((s) => s.state === 'silent'));
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="quiet-link inline-flex min-h-6 items-center text-meta text-ink-2 pointer-coarse:min-h-11"
      >
        {button}
      </button>
      <Popover id={id} title={strings.why.heading(what)}>
        <p className="mt-1 text-body text-ink-2">{sentence ?? whySentence(signals)}</p>
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
        {absent ? <p className="mt-3 text-meta text-ink-3">{strings.why.notFound(absent)}</p> : null}
        {silent ? <p className="mt-1 text-meta text-ink-3">{strings.why.silent(silent)}</p> : null}
        <p className="mt-1 text-meta text-ink-3">{strings.why.note}</p>
      </Popover>
    </>
  );
}

function Row({ trace, percent, query }: { trace: SignalTrace; percent: number; query: string }) {
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
          <span className="min-w-[4.5ch] text-end whitespace-nowrap">{percent} %</span>
        </span>
      </td>
    </tr>
  );
}
