import type { SearchAnswer } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { Icon } from '../ui/icon.tsx';

/** Says what part of the search is missing; the answer below it is what there is. */
export function DegradedBanner({ answer }: { answer: SearchAnswer }) {
  const meaning = answer.signals.some((s) => s.family === 'semantic' && s.state === 'answered');
  return (
    <div className="mb-4 flex gap-3 rounded-card border border-line bg-sunk p-3 text-ui">
      <Icon name="warn" className="mt-px size-5 text-warn" />
      <div>
        <p className="font-medium">{meaning ? strings.states.degradedPartly : strings.states.degraded}</p>
        {answer.degradedReasons.map((reason) => (
          <p key={reason} className="text-ink-2">
            {reason}
          </p>
        ))}
        <a href="/status" className="link inline-flex min-h-6 items-center">
          {strings.states.toStatus}
        </a>
      </div>
    </div>
  );
}
