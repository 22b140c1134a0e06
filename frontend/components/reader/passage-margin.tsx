import { trailFromPassage } from '../../lib/links.ts';
import type { Book, Passage, RelatedPassage, SectionRef, Topic } from '../../lib/model.ts';
import { citation } from '../../lib/passage/citation.ts';
import { passageText } from '../../lib/passage/passage-text.ts';
import { margin } from '../../lib/reader/reading-strings.ts';
import { trailEntry } from '../../lib/trail/trail-strings.ts';
import { CopyCitation } from '../passage/copy-citation.tsx';
import { TopicChips } from '../themes/topic-chips.tsx';
import { Icon } from '../ui/icon.tsx';
import { CopyPassage } from './copy-passage.tsx';
import { RelatedPassages } from './related-passages.tsx';

interface PassageMarginProps {
  book: Book;
  section: SectionRef;
  passage: Passage;
  topics: readonly Topic[];
  /** Undefined where the service could not say. */
  related: readonly RelatedPassage[] | undefined;
}

/** What leads on from a passage: copying it, its topics, other books on the same. */
export function PassageMargin({ book, section, passage, topics, related }: PassageMarginProps) {
  // Without the section's heading, which the citation names.
  const { text } = passageText(passage);
  return (
    <div className="flex flex-col gap-6">
      <CopyPassage
        bookId={book.id}
        section={section.index}
        start={passage.end - text.length}
        end={passage.end}
        text={text}
        source={citation({ book, ...passage })}
      />
      <CopyCitation place={{ book, ...passage }} />
      <a
        href={trailFromPassage(passage.id)}
        aria-keyshortcuts="t"
        className="link inline-flex min-h-8 items-center gap-2"
      >
        <Icon name="trail" className="size-4" />
        {trailEntry.fromPassage}
      </a>
      {topics.length > 0 ? (
        <section aria-labelledby="margin-topics">
          <h2 id="margin-topics" className="margin-heading">
            {margin.topics}
          </h2>
          <TopicChips topics={topics} first={10} />
        </section>
      ) : null}
      {related ? <RelatedPassages related={related} /> : null}
    </div>
  );
}
