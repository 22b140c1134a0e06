import * as strings from '../../lib/browse/browse-strings.ts';
import { topicUrl } from '../../lib/links.ts';
import type { Topic } from '../../lib/model.ts';

/** How many are shown before "show all", unless told otherwise. */
const FIRST = 30;

type Named = Pick<Topic, 'id' | 'label'>;

interface TopicChipsProps {
  topics: readonly Named[];
  first?: number;
  /** The first ones larger: they are sorted by weight. */
  weighted?: boolean;
}

/** Topics in the order given, each leading to its page. */
export function TopicChips({ topics, first = FIRST, weighted = false }: TopicChipsProps) {
  const rest = topics.slice(first);
  return (
    <>
      <Chips topics={topics.slice(0, first)} weighted={weighted} />
      {rest.length > 0 ? (
        <details className="mt-2">
          <summary className="link inline-flex min-h-8 items-center">
            {strings.book.showAll(topics.length)}
          </summary>
          <div className="mt-2">
            <Chips topics={rest} weighted={false} />
          </div>
        </details>
      ) : null}
    </>
  );
}

function Chips({ topics, weighted }: { topics: readonly Named[]; weighted: boolean }) {
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {topics.map((topic, i) => (
        <li key={topic.id}>
          <a href={topicUrl(topic.id)} className={`chip ${weighted ? weightClass(i) : ''}`}>
            {topic.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Type size by place: six large, nine larger, the rest as chips are. */
function weightClass(place: number): string {
  if (place < 6) return 'text-h3';
  return place < 15 ? 'text-body' : '';
}
