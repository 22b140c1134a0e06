/** Rows of one searched table that match the reader's words. */
import { buildMatch, MAX_MATCHED_TERMS, type QueryTerm, withoutQuotations } from './fts-query.ts';
import type { Hit } from './hit.ts';
import type { PassageTerm } from './passage-words.ts';
import { phrasePassages } from './phrases.ts';
import { admits, type Question, type SearchIndex } from './signal.ts';
import type { FtsTable } from './term-frequencies.ts';

/**
 * Postings that a query's words may touch in one FTS5 table. Scoring one costs some 2 µs on one core of a
 * small server: this bounds a keyword signal at about 10 ms.
 */
const POSTINGS_BUDGET = 5_000;

/** Rows that are read where a filter may leave any of them: as many as the budget lets through. */
const FILTERED_FROM = POSTINGS_BUDGET;

const STATEMENTS: Record<FtsTable, string> = { fts_books: 'search-books', fts_topics: 'search-topics' };
const TABLES = Object.keys(STATEMENTS) as FtsTable[];

/** True if the library holds the stem somewhere: in its text, in a topic's label, or in what is said of a book. */
export function isKnown(stem: string, { passageWords, frequencies }: SearchIndex): boolean {
  return passageWords.rows(stem) > 0 || TABLES.some((table) => frequencies.rows(table, stem) > 0);
}

/** The best `limit` rows of books or topic labels by bm25, best first, lower id first among equals. */
export function keywordHits(question: Question, index: SearchIndex, table: FtsTable, limit: number): Hit[] {
  const { expression } = buildMatch(question.words, {
    frequency: (stem) => index.frequencies.rows(table, stem),
    postingsBudget: POSTINGS_BUDGET,
  });
  if (expression === '') return [];
  const { filter } = question;
  const filtered = filter !== undefined && table === 'fts_books';
  const rows = index.library
    .statement<[number, number]>(STATEMENTS[table], 'array')
    .all(expression, filtered ? FILTERED_FROM : limit);
  return rows
    .map(([id, raw]) => ({ id, raw }))
    .filter(({ id }) => !filtered || filter.books.has(id))
    .sort((a, b) => b.raw - a.raw || a.id - b.id)
    .slice(0, limit);
}

/**
 * The best `limit` passages by bm25, best first, lower id first among equals. No word is left out. What is quoted
 * must stand there; if it stands nowhere, its words are looked for instead: it may be quoted from memory.
 */
export function passageKeywordHits(question: Question, index: SearchIndex, limit: number): Hit[] {
  const hits = passagesWith(question, index, limit);
  const { words } = question;
  if (hits.length > 0 || !words.strict || !words.terms.some((term) => term.quoted)) return hits;
  question.shared.unquoted ??= withoutQuotations(words);
  return passagesWith({ ...question, words: question.shared.unquoted }, index, limit);
}

/** Ids of all passages that hold every word and quotation of the question. */
export function passagesHolding(question: Question, index: SearchIndex): number[] {
  const { terms } = question.words;
  const required = terms.map((term) => ({
    term,
    passages: term.tokens.length > 1 ? phrasePassages(question, index, term) : undefined,
    required: true,
    weight: 1,
  }));
  return index.passageWords.best(required, index.passageWords.size).map(({ id }) => id);
}

function passagesWith(question: Question, index: SearchIndex, limit: number): Hit[] {
  const { words, bookId, filter } = question;
  const { passageWords } = index;
  const isRequired = (term: QueryTerm) => words.onlyStopWords || (words.strict && term.quoted);
  const optional = words.terms.filter((term) => !isRequired(term));
  const required = words.terms.filter(isRequired).slice(0, MAX_MATCHED_TERMS);
  const rows = (term: QueryTerm) => Math.min(...term.stems.map((stem) => passageWords.rows(stem)));
  const chosen =
    optional.length <= MAX_MATCHED_TERMS
      ? optional
      : optional
          .map((term) => ({ term, rows: rows(term) }))
          .sort((a, b) => a.rows - b.rows)
          .slice(0, MAX_MATCHED_TERMS)
          .map(({ term }) => term);
  const passageTerm = (term: QueryTerm): PassageTerm => ({
    term,
    passages: term.tokens.length > 1 ? phrasePassages(question, index, term) : undefined,
    required: isRequired(term),
    // What must stand there says more than what may: beside other words it counts twice.
    weight: isRequired(term) && chosen.length > 0 ? 2 : 1,
  });
  const { chunks } = index.vectors;
  const { owners } = chunks;
  const accept = (passage: number) => {
    const row = chunks.rowOf(passage);
    if (row === undefined) return false;
    const book = owners[row]!;
    return (bookId === undefined || book === bookId) && admits(filter, book, passage);
  };
  const within = bookId === undefined ? (filter === undefined ? {} : { accept }) : { bookId, accept };
  return passageWords.best([...required, ...chosen].map(passageTerm), limit, within);
}
