/** Passages of other books that say something like one passage. */
import { PROFILE } from '@libtrails/models/profile';
import type { RelatedPassagesResponse__Out as RelatedPassagesAnswer } from '@libtrails/proto/types/library/v1/RelatedPassagesResponse';
import { booksById, passagesById, topicsById } from '../browse/by-id.ts';
import { notFound } from '../browse/not-found.ts';
import type { SearchIndex } from '../signals/signal.ts';

/** Below this, two passages have no more in common than any two. */
const MIN_SIMILARITY = PROFILE.calibration.passages.related;
/** Nearest passages that are looked at, so that the best of each book is among them. */
const CONSIDERED = 400;

export type RelatedPassages = (passageId: number, limit: number) => RelatedPassagesAnswer;

/** Makes the use case over one index. @throws LibTrailsError not_found */
export function createRelatedPassages(index: SearchIndex): RelatedPassages {
  return (passageId, limit) => relatedPassages(index, passageId, limit);
}

/**
 * The `limit` nearest passages of other books: first the best of each book, and only where there are too few
 * books a second one. Needs no embedding service. @throws LibTrailsError not_found
 */
function relatedPassages(index: SearchIndex, passageId: number, limit: number): RelatedPassagesAnswer {
  const { library, vectors } = index;
  const { chunks } = vectors;
  const row = chunks.rowOf(passageId);
  const vector = chunks.vector(passageId);
  if (row === undefined || vector === undefined) throw notFound('searchable passage', passageId);
  const own = chunks.owners[row];
  const near = chunks.topK(vector, CONSIDERED, (other) => chunks.owners[other] !== own);
  const hits = Array.from(near.ids, (id, i) => ({
    id,
    similarity: near.scores[i]!,
    book: chunks.owners[chunks.rowOf(id)!]!,
  })).filter(({ similarity }) => similarity >= MIN_SIMILARITY);
  const seen = new Set<number>();
  const [first, further] = [[] as typeof hits, [] as typeof hits];
  for (const hit of hits) {
    (seen.has(hit.book) ? further : first).push(hit);
    seen.add(hit.book);
  }
  const chosen = [...first, ...further].slice(0, limit);
  const passages = passagesById(
    library,
    chosen.map(({ id }) => id),
  );
  const books = booksById(library, [...new Set(chosen.map(({ book }) => book))]);
  const topicsOf = (id: number) => library.statement<number>('passage-topics', 'value').all(id);
  const topics = topicsById(library, [
    ...new Set([passageId, ...chosen.map(({ id }) => id)].flatMap(topicsOf)),
  ]);
  const labels = (id: number) =>
    new Map(
      topicsOf(id)
        .flatMap((topic) => topics.get(topic) ?? [])
        .map((topic) => [topic.id, topic]),
    );
  const mine = labels(passageId);
  return {
    results: chosen.map(({ id, similarity, book }) => ({
      book: books.get(book) ?? null,
      passage: passages.get(id) ?? null,
      similarity,
      sharedTopics: [...labels(id).values()].filter((topic) => mine.has(topic.id)),
    })),
  };
}
