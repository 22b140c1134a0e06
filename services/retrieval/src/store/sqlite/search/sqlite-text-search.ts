/** Searching by words in the library file: posting lists for passages, FTS5 for books, topics and words in a row. */
import type {
  FoundPhrase,
  PassageTerm,
  Pause,
  QueryTerm,
  TextSearch,
  WantedTerm,
} from '../../text-search.ts';
import { admits, type OwnedHit, type Within } from '../../vector-search.ts';
import type { Library } from '../library.ts';
import type { VectorMirrors } from '../vectors/mirrors.ts';
import { matchExpression, quote } from './match-expression.ts';
import { PassageWords } from './passage-words.ts';
import { TermFrequencies } from './term-frequencies.ts';

/**
 * Passages in which FTS5 compares positions at one go. At some 2 µs each this is about 10 ms of one core; a
 * phrase of common words is looked for in so many slices of the library, and others may work in between.
 */
const SLICE_PASSAGES = 4_000;
/** Books that are read where a filter may leave any of them. */
const FILTERED_FROM = 5_000;

/** Ascending ids of passages. */
interface Phrase extends FoundPhrase {
  passages: Uint32Array;
}

const onwards: Pause = async () => true;

export function sqliteTextSearch(library: Library, vectors: VectorMirrors): TextSearch {
  const words = new PassageWords(library);
  const frequencies = new TermFrequencies(library);

  /** Undefined where everything is let through. */
  const acceptorOf = ({ bookId, filter }: Within) =>
    bookId === undefined && filter === undefined
      ? undefined
      : (passage: number) => {
          const book = vectors.chunks.ownerOf(passage);
          return (
            book !== undefined && (bookId === undefined || book === bookId) && admits(filter, book, passage)
          );
        };

  const readSlice = (expression: string, from: number, to: number) =>
    library.statement<number>('search-phrase', 'value').all(expression, from, to);

  async function findPhrase({ tokens, stems, joined }: QueryTerm, pause: Pause = onwards): Promise<Phrase> {
    // FTS5 visits the passages that hold all words: at most those of the rarest.
    const rarest = Math.min(...stems.map((stem) => words.rows(stem)));
    const slices = Math.max(1, Math.ceil(rarest / SLICE_PASSAGES));
    const width = Math.ceil((words.highestId + 1) / slices);
    const ids: number[] = [];
    let whole = true;
    for (let slice = 0; slice < slices && whole; slice += 1) {
      whole = await pause();
      if (!whole || rarest === 0) break;
      for (const id of readSlice(`"${tokens.join(' ')}"`, slice * width, (slice + 1) * width - 1)) {
        ids.push(id);
      }
    }
    if (joined === undefined) return { whole, passages: Uint32Array.from(ids) };
    // With those that hold the compound as one word, in ascending order.
    return { whole, passages: Uint32Array.from(new Set([...ids, ...words.passagesOf(joined.stem)])).sort() };
  }

  return {
    async frequencies(stems) {
      return new Map(
        Array.from(stems, (stem) => [
          stem,
          {
            // Counted when asked for: a common word's posting list is long.
            get passages() {
              return words.rows(stem);
            },
            get books() {
              return frequencies.rows('fts_books', stem);
            },
            get topics() {
              return frequencies.rows('fts_topics', stem);
            },
          },
        ]),
      );
    },
    passageCount: () => words.size,
    findPhrase,
    async passages(terms, limit, within = {}) {
      const posted = terms.map(({ phrase, ...rest }: PassageTerm) => ({
        ...rest,
        passages: (phrase as Phrase | undefined)?.passages,
      }));
      const hits = words.best(posted, limit, { bookId: within.bookId, accept: acceptorOf(within) });
      return hits.map(({ id, raw }) => ({ id, raw, owner: vectors.chunks.ownerOf(id) ?? 0 }));
    },
    async passagesWithRow(rows, within = {}) {
      const expression = rows.map((row) => `"${row.join(' ')}"`).join(' OR ');
      const ids = readSlice(expression, 0, words.highestId);
      const accept = acceptorOf(within) ?? (() => true);
      return ids.filter(accept).flatMap((id) => {
        const owner = vectors.chunks.ownerOf(id);
        return owner === undefined ? [] : [{ id, owner }];
      });
    },
    sharesHeld: async (stems, ids) => words.sharesHeld(stems, ids),
    texts: async (passages) =>
      new Map(
        library.statement<[number, string]>('search-passage-texts', 'array').all(JSON.stringify(passages)),
      ),
    async books(terms, limit, among) {
      const hits = ftsHits(library, 'search-books', terms, among === undefined ? limit : FILTERED_FROM);
      return hits.filter(({ id }) => among === undefined || among.has(id)).slice(0, limit);
    },
    async namedBooks(terms, limit) {
      const expression = `{title subtitle author_text series numbers} : (${terms.map(quote).join(' AND ')})`;
      const rows = library.statement<[number, number]>('search-books', 'array').all(expression, limit);
      return rows.map(([id]) => id);
    },
    async topics(terms, limit) {
      const hits = ftsHits(library, 'search-topics', terms, limit);
      return hits.map((hit) => ({ ...hit, owner: vectors.topics.ownerOf(hit.id) ?? hit.id }));
    },
  };
}

/** Best first, lower id first among equals. */
function ftsHits(
  library: Library,
  statement: 'search-books' | 'search-topics',
  terms: readonly WantedTerm[],
  limit: number,
): OwnedHit[] {
  const expression = matchExpression(terms);
  if (expression === '') return [];
  return library
    .statement<[number, number]>(statement, 'array')
    .all(expression, limit)
    .map(([id, raw]) => ({ id, owner: id, raw }))
    .sort((a, b) => b.raw - a.raw || a.id - b.id);
}
