/** One passage with its neighbours in reading order. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Block__Out as Block } from '@libtrails/proto/types/library/v1/Block';
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { PassageContext__Out as PassageContext } from '@libtrails/proto/types/library/v1/PassageContext';
import { booksById, passagesById, topicsById } from '../browse/by-id.ts';
import type { Library } from '../library/library.ts';
import { parseQuery } from '../signals/fts-query.ts';
import { highlights } from './highlights.ts';

interface Place {
  bookId: number;
  seq: number;
  blocks: string;
  start: number;
}

/** As the library stores a chunk's blocks: type, level, range in the chunk's text, begun in the chunk before. */
type StoredBlock = [type: string, level: number, start: number, end: number, continued: number];

/**
 * The passage, `around` passages before and after it (fewer at a book's ends), and its topics. Words of
 * `query` are highlighted in all of them. @throws LibTrailsError not_found
 */
export function getPassage(library: Library, id: number, around: number, query: string): PassageContext {
  const place = library.statement<Place>('passage-place').get(id);
  if (place === undefined) throw new LibTrailsError('not_found', `There is no passage ${id}`);
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
  if (passage === undefined) throw new LibTrailsError('not_found', `There is no passage ${id}`);
  const topicIds = library.statement<number>('passage-topics', 'value').all(id);
  const topics = topicsById(library, topicIds);
  const seen = new Set<number>();
  return {
    book: booksById(library, [bookId]).get(bookId) ?? null,
    passage,
    blocks: blocksOf(place, passage.text),
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

function blocksOf({ blocks, start }: Place, text: string): Block[] {
  return (JSON.parse(blocks) as StoredBlock[]).map(([type, level, from, to]) => ({
    type,
    start: start + from,
    text: text.slice(from, to),
    level,
  }));
}
