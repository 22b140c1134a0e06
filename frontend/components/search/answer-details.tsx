import { milliseconds } from '../../lib/format.ts';
import type { SearchAnswer } from '../../lib/search/search-answer.ts';
import { details } from '../../lib/search/search-strings.ts';
import { Popover } from '../ui/popover.tsx';

const PANEL = 'answer-details';

/** How an answer was found and how long that took, for those who want to know. */
export function AnswerDetails({ answer }: { answer: SearchAnswer }) {
  const signals = Object.keys(answer.tookMs?.signals ?? {}).length;
  const took = milliseconds(answer.tookMs?.total ?? 0);
  return (
    <>
      <button
        type="button"
        popoverTarget={PANEL}
        className="quiet-link inline-flex min-h-6 shrink-0 items-center"
      >
        {details.title}
      </button>
      <Popover id={PANEL} title={details.title} className="menu-panel">
        <p className="mt-2 text-ui text-ink-2">{details.took(took, signals)}</p>
        <p className="mt-2 text-meta">
          <a href="/about" className="link">
            {details.about}
          </a>
        </p>
      </Popover>
    </>
  );
}
