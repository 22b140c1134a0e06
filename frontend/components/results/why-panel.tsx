import type { FoundTrace } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { type SparkSlot, whySentence } from '../../lib/search/signals.ts';
import { Popover } from '../ui/popover.tsx';
import { WhenOpened } from '../ui/when-opened.tsx';
import { SignalTable } from './signal-table.tsx';

interface WhyPanelProps {
  /** Unique on the page. */
  id: string;
  what: string;
  signals: readonly FoundTrace[];
  slots: readonly SparkSlot[];
  query: string;
  sentence: string | undefined;
  button: string;
}

/** "Why this result": one sentence, then every signal with its rank, what matched, its score and its share. */
export function WhyPanel({ id, what, signals, slots, query, sentence, button }: WhyPanelProps) {
  const names = (some: readonly SparkSlot[]) => some.map(({ label }) => label).join(', ');
  const absent = names(slots.filter((s) => s.state === 'missed'));
  const telling = withoutBest(signals, slots);
  const silent = names(slots.filter((s) => s.state === 'silent'));
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        data-open="why"
        className="quiet-link inline-flex min-h-6 items-center text-meta text-ink-2 pointer-coarse:min-h-11"
      >
        {button}
      </button>
      <Popover id={id} title={strings.why.heading(what)}>
        <WhenOpened>
          <p className="mt-1 text-body text-ink-2">{sentence ?? whySentence(signals, slots)}</p>
          <SignalTable signals={signals} slots={slots} query={query} />
          {telling ? <p className="mt-3 text-meta text-ink-2">{telling}</p> : null}
          {absent ? <p className="mt-3 text-meta text-ink-3">{strings.why.notFound(absent)}</p> : null}
          {silent ? <p className="mt-1 text-meta text-ink-3">{strings.why.silent(silent)}</p> : null}
          <p className="mt-1 text-meta text-ink-3">{strings.why.note}</p>
        </WhenOpened>
      </Popover>
    </>
  );
}

/** Where the result would stand without the signal that carries it most, if the service says so. */
function withoutBest(signals: readonly FoundTrace[], slots: readonly SparkSlot[]): string | undefined {
  const best = signals.toSorted((a, b) => b.share - a.share)[0];
  const slot = slots.find(({ name }) => name === best?.name);
  if (!best || !slot || signals.length < 2 || best.rankWithout === undefined) return undefined;
  return strings.why.without(slot.label, best.rankWithout);
}
