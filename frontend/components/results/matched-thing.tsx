import { bookUrl, passageUrl, topicUrl } from '../../lib/links.ts';
import type { SignalTrace } from '../../lib/model.ts';
import { excerpt } from '../../lib/passage/highlight.ts';

/** Longest text shown of what matched, in UTF-16 units. */
const SHOWN = 90;

/** What a signal matched, leading to it where it has a page. */
export function MatchedThing({ trace, query }: { trace: SignalTrace; query: string }) {
  if (trace.matched === '') return null;
  const cut = excerpt(trace.matched, [], SHOWN);
  const text = cut.cutAfter ? `${cut.text}\u00a0…` : cut.text;
  const href = address(trace, query);
  return (
    <span className="prose block text-ui text-ink-2">
      {href ? (
        <a href={href} className="link inline-block min-h-6">
          {text}
        </a>
      ) : (
        text
      )}
    </span>
  );
}

function address({ matchedKind, matchedId }: SignalTrace, query: string): string | undefined {
  if (matchedId === 0) return undefined;
  if (matchedKind === 'topic') return topicUrl(matchedId);
  if (matchedKind === 'passage') return passageUrl(matchedId, query);
  if (matchedKind === 'book') return bookUrl(matchedId, query);
  return undefined;
}
