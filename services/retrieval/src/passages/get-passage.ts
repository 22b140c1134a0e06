/** One passage with its neighbours in reading order. */
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { PassageContext__Out as PassageContext } from '@libtrails/proto/types/library/v1/PassageContext';
import { requireBook } from '../browse/books.ts';
import { notFound } from '../browse/not-found.ts';
import { blocksOf } from '../browse/sections.ts';
import { parseQuery } from '../signals/fts-query.ts';
import type { Store } from '../store/store.ts';
import { highlights } from './highlights.ts';

/**
 * The passage, `around` passages before and after it (fewer at a book's ends), and its topics. Words of
 * `query` are highlighted in all of them. @throws LibTrailsError not_found
 */
export async function getPassage(
  { catalogue, links }: Pick<Store, 'catalogue' | 'links'>,
  id: number,
  around: number,
  query: string,
): Promise<PassageContext> {
  const context = await catalogue.passageContext(id, around);
  if (context === undefined) throw notFound('passage', id);
  const words = parseQuery(query);
  const marked = (other: Passage): Passage => ({ ...other, highlights: highlights(other.text, words) });
  const passage = marked(context.passage);
  const topicIds = (await links.topicsOfPassages([id])).get(id) ?? [];
  const topics = await catalogue.topics(topicIds);
  const seen = new Set<number>();
  return {
    book: await requireBook(catalogue, passage.bookId),
    passage,
    blocks: blocksOf([{ ...passage, blocks: context.blocks }]),
    before: context.before.map(marked),
    after: context.after.map(marked),
    topics: topicIds.flatMap((topicId) => {
      const topic = topics.get(topicId);
      if (topic === undefined || seen.has(topic.id)) return [];
      seen.add(topic.id);
      return [topic];
    }),
  };
}
