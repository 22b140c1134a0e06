/** The signals as the API lists them, and what became of each in one answer. */
import type { SignalState__Out as SignalState } from '@libtrails/proto/types/library/v1/SignalState';
import type { SignalDescription } from '../fusion/signal-description.ts';
import { SIGNALS } from '../signals/all-signals.ts';
import type { Scope } from '../signals/signal.ts';

export interface ListedSignal {
  name: string;
  family: SignalDescription['family'];
  label: string;
  explanation: string;
  scopes: Scope[];
  weight: number;
}

/** Every signal, in the order of SIGNALS. */
export function listSignals(): { signals: ListedSignal[] } {
  return {
    signals: SIGNALS.map(({ name, family, label, explanation, scopes, weight }) => ({
      name,
      family,
      label,
      explanation,
      scopes: [...scopes],
      weight,
    })),
  };
}

/**
 * Every signal with its part in one answer. A signal that was asked but is not among the answered ones is silent: its
 * vector did not come, or there was no time for it.
 */
export function signalStates(
  asked: readonly SignalDescription[],
  answered: ReadonlySet<SignalDescription>,
): SignalState[] {
  return SIGNALS.map((signal) => ({
    name: signal.name,
    family: signal.family,
    label: signal.label,
    state: answered.has(signal) ? 'answered' : asked.includes(signal) ? 'silent' : 'unasked',
  }));
}
