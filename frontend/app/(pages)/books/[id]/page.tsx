import type { Metadata } from 'next';
import { BookAside } from '../../../../components/book-aside.tsx';
import { BookHits } from '../../../../components/book-hits.tsx';
import { Contents } from '../../../../components/contents.tsx';
import { Description } from '../../../../components/description.tsx';
import { PageHead } from '../../../../components/page-head.tsx';
import { ProfileBar } from '../../../../components/profile-bar.tsx';
import { RelatedBooks } from '../../../../components/related-books.tsx';
import { Section } from '../../../../components/section.tsx';
import { StateView } from '../../../../components/state-view.tsx';
import { ThemeList } from '../../../../components/theme-list.tsx';
import { TopicChips } from '../../../../components/topic-chips.tsx';
import { list } from '../../../../lib/format.ts';
import { orNotFound, pathNumber } from '../../../../lib/route-params.ts';
import { type PageParams, parseSearch, toParams } from '../../../../lib/search-url.ts';
import * as strings from '../../../../lib/strings.ts';
import { getBook, related, searchBook } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

/** Hits shown on the book's own page; the search page has the rest. */
const HITS = 5;
const RELATED = 12;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const outcome = await getBook(pathNumber((await params).id));
  return { title: outcome.ok ? (outcome.value.book?.title ?? '') : strings.books.title };
}

export default async function BookPage({ params, searchParams }: Props) {
  const id = pathNumber((await params).id);
  const { query } = parseSearch(toParams(await searchParams));
  const [found, like, hits] = await Promise.all([
    getBook(id),
    related(id, RELATED),
    query === '' ? undefined : searchBook(id, query, HITS),
  ]);
  const { value: detail, problem } = orNotFound(found);
  if (problem) return <StateView problem={problem} heading="h1" />;
  const { book } = detail;
  if (!book) return null;
  const language = book.language;
  return (
    <article className="book-page">
      <BookAside detail={detail} book={book} query={query} />
      <div className="book-main">
        <div className="book-head">
          <PageHead title={book.title} language={language} tight>
            <p className="text-body">
              {list(book.authors) || strings.result.unknownAuthor}
              {book.year ? <span className="text-ink-3"> · {book.year}</span> : null}
            </p>
          </PageHead>
        </div>
        <div className="book-body flex flex-col gap-10">
          {detail.description ? <Description text={detail.description} language={language} /> : null}
          <BookHits bookId={id} query={query} language={language} outcome={hits} />
          {detail.domains.length > 0 ? (
            <Section id="profile" title={strings.book.profile}>
              <ProfileBar shares={detail.domains} />
            </Section>
          ) : null}
          {detail.phrases.length > 0 ? (
            <Section id="phrases" title={strings.book.phrases}>
              <p lang={language || undefined} className="prose max-w-[68ch] text-body">
                {detail.phrases.join(' · ')}
              </p>
            </Section>
          ) : null}
          {detail.topics.length > 0 ? (
            <Section id="topics" title={strings.book.topics}>
              <TopicChips topics={detail.topics} />
            </Section>
          ) : null}
          {detail.names.length > 0 ? (
            <Section id="names" title={strings.book.names}>
              <TopicChips topics={detail.names} />
            </Section>
          ) : null}
          {detail.themes.length > 0 ? (
            <Section id="themes" title={strings.book.themes}>
              <ThemeList themes={detail.themes} />
            </Section>
          ) : null}
          <Section id="contents" title={strings.book.sections}>
            <Contents bookId={id} sections={detail.sections} language={language} />
          </Section>
          {like.ok && like.value.results.length > 0 ? (
            <Section id="related" title={strings.book.related}>
              <RelatedBooks books={like.value.results} />
            </Section>
          ) : null}
        </div>
      </div>
    </article>
  );
}
