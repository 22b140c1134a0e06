import type { SignalState } from '../../lib/model.ts';
import type { FoundTrace, Relevance } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { sparkSlots } from '../../lib/search/signals.ts';
import { RelevanceWord } from './relevance.tsx';
import { SignalSpark } from './signal-spark.tsx';
import { WhyPanel } from './why-panel.tsx';

interface EvidenceProps {
  /** Unique on the page. */
  id: string;
  /** Name of the result. */
  what: string;
  signals: readonly FoundTrace[];
  relevance?: Relevance;
  query: string;
  asked: readonly SignalState[];
}

/** The signal spark of a result and the panel that explains it. Nothing if the service sent no trace. */
export function Evidence({ id, what, signals, relevance = '', query, asked }: EvidenceProps) {
  if (signals.length === 0) return null;
  const slots = sparkSlots(signals, asked);
  return (
    <div className="flex items-center gap-3 self-start whitespace-nowrap">
      <RelevanceWord relevance={relevance} />
      <SignalSpark slots={slots} />
      <WhyPanel
        id={`why-${id}`}
        what={what}
        signals={signals}
        slots={slots}
        query={query}
        sentence={undefined}
        button={strings.why.button}
      />
    </div>
  );
}
