/** One passage with its neighbours in reading order. */
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { PassageContext__Out as PassageContext } from '@libtrails/proto/types/library/v1/PassageContext';
import { requireBook } from '../browse/books.ts';
import { passagesById, topicsById } from '../browse/by-id.ts';
import { notFound } from '../browse/not-found.ts';
import { blocksOf } from '../browse/sections.ts';
import { parseQuery } from '../signals/fts-query.ts';
import type { Library } from '../store/sqlite/library.ts';
import { highlights } from './highlights.ts';

interface Place {
  bookId: number;
  seq: number;
  blocks: string;
}

/**
 * The passage, `around` passages before and after it (fewer at a book's ends), and its topics. Words of
 * `query` are highlighted in all of them. @throws LibTrailsError not_found
 */
export function getPassage(library: Library, id: number, around: number, query: string): PassageContext {
  const place = library.statement<Place>('passage-place').get(id);
  if (place === undefined) throw notFound('passage', id);
  const { bookId, seq } = place;
  const ordered = library
    .statement<[number, number]>('passage-neighbours', 'array')
    .all(bookId, seq - around, seq + around);
  const passages = passagesById(
    library,
    ordered.map(([neighbour]) => neighbour),
  );
  const words = parseQuery(query);
  const read = (wanted: (other: number) => boolean): Passage[] =>
    ordered.flatMap(([other, otherSeq]) => {
      const passage = wanted(otherSeq) ? passages.get(other) : undefined;
      return passage === undefined ? [] : [{ ...passage, highlights: highlights(passage.text, words) }];
    });
  const [passage] = read((other) => other === seq);
  if (passage === undefined) throw notFound('passage', id);
  const topicIds = library.statement<number>('passage-topics', 'value').all(id);
  const topics = topicsById(library, topicIds);
  const seen = new Set<number>();
  return {
    book: requireBook(library, bookId),
    passage,
    blocks: blocksOf([{ ...passage, stop: passage.end, blocks: place.blocks }]),
    before: read((other) => other < seq),
    after: read((other) => other > seq),
    topics: topicIds.flatMap((topicId) => {
      const topic = topics.get(topicId);
      if (topic === undefined || seen.has(topic.id)) return [];
      seen.add(topic.id);
      return [topic];
    }),
  };
}
