import * as strings from '../../lib/browse/browse-strings.ts';
import { bookPage } from '../../lib/browse/browse-strings.ts';
import type { Book, BookDetail, Journey, RelatedBooksAnswer } from '../../lib/model.ts';
import { TopicChips } from '../themes/topic-chips.tsx';
import { Section } from '../ui/section.tsx';
import { Contents } from './contents.tsx';
import { Description } from './description.tsx';
import { JourneyStrip } from './journey-strip.tsx';
import { ProfileBar } from './profile-bar.tsx';
import { RelatedBooks } from './related-books.tsx';

interface BookBodyProps {
  book: Book;
  detail: BookDetail;
  journey: Journey | undefined;
  related: RelatedBooksAnswer | undefined;
  query: string;
}

/** What a book is about, from the whole to its parts, then what leads on to other books. */
export function BookBody({ book, detail, journey, related, query }: BookBodyProps) {
  const { language } = book;
  const sections = [
    {
      id: 'profile',
      title: strings.book.profile,
      content: detail.domains.length > 0 && (
        <ProfileBar shares={detail.domains} themes={detail.themeShares} />
      ),
    },
    {
      id: 'journey',
      title: bookPage.journey,
      content: journey && journey.themes.length > 0 && <JourneyStrip bookId={book.id} journey={journey} />,
    },
    {
      id: 'phrases',
      title: strings.book.phrases,
      content: detail.phrases.length > 0 && (
        <p lang={language || undefined} className="prose max-w-[68ch] text-body">
          {/* The dot ends a line and never begins one. */}
          {detail.phrases.join('\u00a0· ')}
        </p>
      ),
    },
    {
      id: 'topics',
      title: strings.book.topics,
      content: detail.topics.length > 0 && <TopicChips topics={detail.topics} weighted />,
    },
    {
      id: 'related',
      title: strings.book.related,
      content: related && related.results.length > 0 && (
        <RelatedBooks books={related.results} asked={related.signals} />
      ),
    },
    {
      id: 'names',
      title: strings.book.names,
      content: detail.names.length > 0 && <TopicChips topics={detail.names} first={16} />,
    },
    {
      id: 'contents-of-book',
      title: strings.book.sections,
      content: <Contents bookId={book.id} sections={detail.sections} language={language} query={query} />,
    },
  ].filter(({ content }) => content);
  return (
    <>
      {detail.description ? <Description text={detail.description} language={language} /> : null}
      <nav aria-label={bookPage.onPage} className="anchors">
        {sections.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {sections.map(({ id, title, content }) => (
        <Section key={id} id={id} title={title}>
          {content}
        </Section>
      ))}
    </>
  );
}
