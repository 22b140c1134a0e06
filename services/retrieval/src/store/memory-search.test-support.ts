/** Searching the store in memory: every text and every vector is looked at. */
import { isbnsOf } from '../words/isbn.ts';
import { wordsOf } from '../words/words.ts';
import type { FinishedBook } from './finished-book.ts';
import type { MemoryState } from './memory-state.test-support.ts';
import type { FoundPhrase, PassageTerm, QueryTerm, TextSearch, WantedTerm } from './text-search.ts';
import { admits, type OwnedHit, type VectorKind, type VectorSearch, type Within } from './vector-search.ts';

interface Item {
  id: number;
  owner: number;
  stems: string[];
}

const byRaw = (a: OwnedHit, b: OwnedHit) => b.raw - a.raw || a.id - b.id;
const isWithin = ({ bookId, exceptBook, filter }: Within, owner: number, id: number) =>
  (bookId === undefined || owner === bookId) && owner !== exceptBook && admits(filter, owner, id);

/** How often the term's stems stand in a row. */
function timesIn({ stems, prefix, completions, joined }: QueryTerm, text: readonly string[]): number {
  const fits = (at: number) =>
    text[at] === joined?.stem ||
    (prefix
      ? text[at]!.startsWith(stems[0]!) || completions.includes(text[at]!)
      : stems.every((stem, i) => text[at + i] === stem));
  return text.reduce((count, _stem, at) => count + (fits(at) ? 1 : 0), 0);
}

/** Okapi BM25 over the items that hold every required term, or any term if none is required. */
function ranked(items: readonly Item[], terms: readonly (WantedTerm & { weight?: number })[]): OwnedHit[] {
  const average = items.reduce((sum, { stems }) => sum + stems.length, 0) / Math.max(1, items.length);
  const idf = new Map(
    terms.map(({ term }) => {
      const rows = items.filter(({ stems }) => timesIn(term, stems) > 0).length;
      return [term, Math.max(1e-6, Math.log((items.length - rows + 0.5) / (rows + 0.5)))];
    }),
  );
  return items
    .flatMap(({ id, owner, stems }): OwnedHit[] => {
      let raw = 0;
      for (const { term, required, weight = 1 } of terms) {
        const times = timesIn(term, stems);
        if (required && times === 0) return [];
        const length = 1.2 * (0.25 + (0.75 * stems.length) / average);
        raw += (weight * idf.get(term)! * times * 2.2) / (times + length);
      }
      return raw > 0 ? [{ id, owner, raw }] : [];
    })
    .sort(byRaw);
}

/** Stems of what a book is called by. */
const nameOf = ({ title, subtitle, authors, series, identifiers }: FinishedBook) =>
  stemsOf([title, subtitle, ...authors, series, ...isbnsOf(identifiers.join(' '))].join(' '));

const stemsOf = (text: string) => wordsOf(text).map(({ stem }) => stem);

export function memoryTextSearch(state: MemoryState): TextSearch {
  const passages = (): Item[] =>
    [...state.passages.values()]
      .filter(({ chunk }) => chunk.searchable)
      .map(({ id, bookId, chunk }) => ({ id, owner: bookId, stems: stemsOf(chunk.text) }));
  const books = (): Item[] =>
    [...state.books.values()].map(({ id, book }) => ({
      ...{ id, owner: id },
      stems: [...nameOf(book), ...stemsOf([...book.subjects, book.description].join(' '))],
    }));
  const topics = (): Item[] =>
    [...state.topics.values()]
      .filter(({ kind }) => kind !== 'name')
      .map(({ id, mergedInto, label, aliases }) => ({
        ...{ id, owner: mergedInto ?? id },
        stems: stemsOf([label, ...aliases].join(' ')),
      }));
  const holding = (items: Item[], stem: string) => items.filter(({ stems }) => stems.includes(stem)).length;
  const found: FoundPhrase = { whole: true };
  return {
    frequencies: async (stems) =>
      new Map(
        Array.from(stems, (stem) => [
          stem,
          {
            passages: holding(passages(), stem),
            books: holding(books(), stem),
            topics: holding(topics(), stem),
          },
        ]),
      ),
    passageCount: () => passages().length,
    // Terms of several words are looked for as they stand: there is nothing to prepare.
    findPhrase: async () => found,
    passages: async (terms: readonly PassageTerm[], limit, within = {}) =>
      ranked(passages(), terms)
        .filter(({ id, owner }) => isWithin(within, owner, id))
        .slice(0, limit),
    passagesWithRow: async (rows, within = {}) =>
      [...state.passages.values()]
        .filter(({ id, bookId, chunk }) => {
          const words = ` ${wordsOf(chunk.text)
            .map(({ folded }) => folded)
            .join(' ')} `;
          return isWithin(within, bookId, id) && rows.some((row) => words.includes(` ${row.join(' ')} `));
        })
        .map(({ id, bookId }) => ({ id, owner: bookId })),
    async sharesHeld(stems, ids) {
      const held = new Map(passages().map((item) => [item.id, new Set(item.stems)]));
      const shares = ids.map((id) => stems.filter((stem) => held.get(id)?.has(stem)).length / stems.length);
      return { weighed: shares, counted: shares };
    },
    texts: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const text = state.passages.get(id)?.chunk.text;
          return text === undefined ? [] : [[id, text]];
        }),
      ),
    books: async (terms, limit, among) =>
      ranked(books(), terms)
        .filter(({ id }) => among?.has(id) ?? true)
        .slice(0, limit),
    namedBooks: async (terms, limit) =>
      [...state.books.values()]
        .filter(({ book }) => {
          const stems = nameOf(book);
          return terms.every((term) => timesIn(term, stems) > 0);
        })
        .map(({ id }) => id)
        .slice(0, limit),
    topics: async (terms, limit) => ranked(topics(), terms).slice(0, limit),
  };
}

const lengthOf = (vector: Float32Array) => Math.hypot(...vector);

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let d = 0; d < a.length; d += 1) dot += a[d]! * b[d]!;
  return dot / (lengthOf(a) * lengthOf(b));
}

export function memoryVectorSearch(state: MemoryState): VectorSearch {
  const kept = {
    passages: () =>
      [...state.passages.values()].map(({ id, bookId, vector }) => ({ id, owner: bookId, vector })),
    topics: () =>
      [...state.topics.values()].map(({ id, mergedInto, vector }) => ({
        id,
        owner: mergedInto ?? id,
        vector,
      })),
    phrases: () =>
      [...state.phrases.values()].map(({ id, bookId, vector }) => ({ id, owner: bookId, vector })),
    books: () => [...state.books.values()].map(({ id, vector }) => ({ id, owner: id, vector })),
  };
  const all = (kind: VectorKind) =>
    kept[kind]()
      .flatMap(({ id, owner, vector }) => (vector === undefined ? [] : [{ id, owner, vector }]))
      .sort((a, b) => a.id - b.id);
  const near = (kind: VectorKind, vector: Float32Array, within: Within = {}) =>
    all(kind)
      .filter(({ id, owner }) =>
        kind === 'topics'
          ? true
          : kind === 'passages'
            ? isWithin(within, owner, id)
            : owner !== within.exceptBook && (within.filter?.books.has(owner) ?? true),
      )
      .map(({ id, owner, vector: other }) => ({ id, owner, raw: cosine(vector, other) }))
      .sort(byRaw);
  return {
    compare: (kind, vector) => ({
      nearest: async (k, within) => near(kind, vector, within).slice(0, k),
      async bestOfOwners(n, limit, within) {
        const owners = Map.groupBy(near(kind, vector, within), ({ owner }) => owner);
        return [...owners]
          .map(([owner, hits]) => {
            const best = hits.slice(0, n);
            return {
              owner,
              raw: best.reduce((sum, { raw }) => sum + raw, 0) / best.length,
              best: best[0]!.id,
            };
          })
          .sort((a, b) => b.raw - a.raw || a.owner - b.owner)
          .slice(0, limit);
      },
      async nearestOf(owners, k, within) {
        const hits = near(kind, vector, within);
        const idsOf = (book: number) => hits.filter(({ owner }) => owner === book).map(({ id }) => id);
        return new Map(Array.from(owners, (book) => [book, idsOf(book).slice(0, k)]));
      },
      async cosines(ids) {
        const known = new Map(near(kind, vector).map(({ id, raw }) => [id, raw]));
        return new Map(Array.from(ids).flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : [])));
      },
    }),
    nearest: async (kind, vector, k, within) => near(kind, vector, within).slice(0, k),
    async vectors(kind, ids) {
      const wanted = new Set(ids);
      return new Map(
        all(kind)
          .filter(({ id }) => wanted.has(id))
          .map(({ id, owner, vector }) => [id, { owner, vector: vector.map((x) => x / lengthOf(vector)) }]),
      );
    },
    async owners(kind, ids) {
      const wanted = new Set(ids);
      return new Map(
        all(kind)
          .filter(({ id }) => wanted.has(id))
          .map(({ id, owner }) => [id, owner]),
      );
    },
    async sample(kind, n) {
      const items = all(kind);
      const step = Math.max(1, Math.floor(items.length / n));
      return items
        .filter((_item, i) => i % step === 0)
        .map(({ vector }) => vector.map((x) => x / lengthOf(vector)));
    },
    count: (kind) => all(kind).length,
    searched: async (within) => all('passages').filter(({ id, owner }) => isWithin(within, owner, id)).length,
    async relativeLengths() {
      const counts = Map.groupBy(all('passages'), ({ owner }) => owner);
      const average = all('passages').length / Math.max(1, counts.size);
      return (book) => (counts.get(book)?.length ?? average) / average;
    },
  };
}
