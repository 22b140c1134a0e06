/** Passages of other books that say something like one passage. */
import { PROFILE } from '@libtrails/models/profile';
import type { RelatedPassagesResponse__Out as RelatedPassagesAnswer } from '@libtrails/proto/types/library/v1/RelatedPassagesResponse';
import { notFound } from '../browse/not-found.ts';
import type { Store } from '../store/store.ts';

/** Below this, two passages have no more in common than any two. */
const MIN_SIMILARITY = PROFILE.calibration.passages.related;
/** Nearest passages that are looked at, so that the best of each book is among them. */
const CONSIDERED = 400;

export type RelatedPassages = (passageId: number, limit: number) => Promise<RelatedPassagesAnswer>;

/** Makes the use case over one store. @throws LibTrailsError not_found */
export function createRelatedPassages(store: Store): RelatedPassages {
  return (passageId, limit) => relatedPassages(store, passageId, limit);
}

/**
 * The `limit` nearest passages of other books: first the best of each book, and only where there are too few
 * books a second one. Needs no embedding service. @throws LibTrailsError not_found
 */
async function relatedPassages(
  store: Store,
  passageId: number,
  limit: number,
): Promise<RelatedPassagesAnswer> {
  const { catalogue, vectors } = store;
  const own = (await vectors.vectors('passages', [passageId])).get(passageId);
  if (own === undefined) throw notFound('searchable passage', passageId);
  const near = await vectors.nearest('passages', own.vector, CONSIDERED, { exceptBook: own.owner });
  const hits = near
    .map(({ id, owner: book, raw: similarity }) => ({ id, similarity, book }))
    .filter(({ similarity }) => similarity >= MIN_SIMILARITY);
  const seen = new Set<number>();
  const [first, further] = [[] as typeof hits, [] as typeof hits];
  for (const hit of hits) {
    (seen.has(hit.book) ? further : first).push(hit);
    seen.add(hit.book);
  }
  const chosen = [...first, ...further].slice(0, limit);
  const ids = chosen.map(({ id }) => id);
  const passages = await catalogue.passages(ids);
  const books = await catalogue.books([...new Set(chosen.map(({ book }) => book))]);
  const topicsOf = await store.links.topicsOfPassages([passageId, ...ids]);
  const topics = await catalogue.topics([...new Set([...topicsOf.values()].flat())]);
  const labels = (id: number) =>
    new Map(
      (topicsOf.get(id) ?? []).flatMap((topic) => topics.get(topic) ?? []).map((topic) => [topic.id, topic]),
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
