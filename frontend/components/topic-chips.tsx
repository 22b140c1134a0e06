import Link from 'next/link';
import { topicUrl } from '../lib/links.ts';
import type { Topic } from '../lib/model.ts';
import * as strings from '../lib/strings.ts';

/** How many are shown before "show all", unless told otherwise. */
const FIRST = 30;

/** Topics in the order given, each leading to its page. */
export function TopicChips({ topics, first = FIRST }: { topics: readonly Topic[]; first?: number }) {
  const rest = topics.slice(first);
  return (
    <>
      <Chips topics={topics.slice(0, first)} />
      {rest.length > 0 ? (
        <details className="mt-2">
          <summary className="link inline-flex min-h-8 items-center">
            {strings.book.showAll(topics.length)}
          </summary>
          <div className="mt-2">
            <Chips topics={rest} />
          </div>
        </details>
      ) : null}
    </>
  );
}

function Chips({ topics }: { topics: readonly Topic[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {topics.map((topic) => (
        <li key={topic.id}>
          <Link href={topicUrl(topic.id)} prefetch={false} className="chip">
            {topic.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
