import type { FoundResult, SearchAnswer } from '../../lib/search/search-answer.ts';
import { ResultRow } from './result-row.tsx';

/** Results as an ordered list. */
export function Rows({ results, answer }: { results: readonly FoundResult[]; answer: SearchAnswer }) {
  if (results.length === 0) return null;
  return (
    <ol className="divide-y divide-line">
      {results.map((result) => (
        <li key={rowKey(result)} className="py-(--row)" data-row="">
          <ResultRow
            result={result}
            passages={answer.scope === 'passages'}
            query={answer.query}
            whole={result.passage?.id === answer.answeringPassage}
            asked={answer.signals}
          />
        </li>
      ))}
    </ol>
  );
}

/** A result's own thing, unique within one list. */
function rowKey({ topic, theme, domain, passage, book, rank }: FoundResult): string {
  return `${rank}-${topic?.id ?? theme?.id ?? domain?.id ?? book?.id ?? 0}-${passage?.id ?? 0}`;
}
