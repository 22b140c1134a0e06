import type { SignalTrace } from '../lib/model.ts';
import { sparkSlots } from '../lib/signals.ts';
import { SignalSpark } from './signal-spark.tsx';
import { WhyPanel } from './why-panel.tsx';

interface EvidenceProps {
  /** Unique on the page. */
  id: string;
  /** Name of the result. */
  what: string;
  signals: readonly SignalTrace[];
  query: string;
  /** Signals that were wanted but could not answer. */
  silent: ReadonlySet<string>;
  /** Replaces the sentence made from the signals. */
  sentence?: string;
}

/** The signal spark of a result and the panel that explains it. Nothing if the service sent no trace. */
export function Evidence({ id, what, signals, query, silent, sentence }: EvidenceProps) {
  if (signals.length === 0) return null;
  const slots = sparkSlots(signals, silent);
  return (
    <div className="flex items-center gap-3 whitespace-nowrap">
      <SignalSpark slots={slots} />
      <WhyPanel
        id={`why-${id}`}
        what={what}
        signals={signals}
        slots={slots}
        query={query}
        sentence={sentence}
      />
    </div>
  );
}
