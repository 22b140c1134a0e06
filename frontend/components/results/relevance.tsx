import type { Relevance } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';

const LOOKS = { strong: 'text-ok font-semibold', fair: 'text-ink-2', weak: 'text-ink-3 italic' } as const;

/** How close a result is, in one word of the service's; nothing where it gives none. */
export function RelevanceWord({ relevance }: { relevance: Relevance }) {
  if (relevance === '') return null;
  return (
    <span className={`text-meta ${LOOKS[relevance]}`} title={strings.relevance.title}>
      {strings.relevance[relevance]}
    </span>
  );
}
