/** Which of the reader's words are looked for, in passages and in what is said of books and topics. */
import type { Store } from '../store/store.ts';
import type { PassageTerm, QueryTerm, StemCounts, WantedTerm } from '../store/text-search.ts';
import {
  chooseTerms,
  complete,
  MAX_MATCHED_TERMS,
  type ParsedQuery,
  withoutQuotations,
} from './fts-query.ts';
import type { Hit } from './hit.ts';
import { phrasePassages } from './phrases.ts';
import { type Question, withinOf } from './signal.ts';

/**
 * Postings that a query's words may touch where books or topics are ranked. Scoring one costs about 2 µs on one core
 * of a small server: this bounds a keyword signal at about 10 ms.
 */
const POSTINGS_BUDGET = 5_000;

/** True if the library holds the stem somewhere: in its text, in a topic's label, or in what is said of a book. */
export const isKnown = (counts: StemCounts | undefined): boolean =>
  counts !== undefined && (counts.passages > 0 || counts.books > 0 || counts.topics > 0);

/** The query with its last word taken for a beginning, if that may be unfinished and the library does not know it. */
export async function completed(query: ParsedQuery, { text }: Pick<Store, 'text'>): Promise<ParsedQuery> {
  const counts = await text.frequencies(query.terms.at(-1)?.stems ?? []);
  return complete(query, (stem) => isKnown(counts.get(stem)));
}

/** Counts of the stems of the question's terms. */
export function countsOf(
  { words, shared }: Question,
  { text }: Pick<Store, 'text'>,
): Promise<ReadonlyMap<string, StemCounts>> {
  shared.counts ??= text.frequencies(words.terms.flatMap(({ stems }) => stems));
  return shared.counts;
}

/** The terms that books or topics are searched for. */
export async function wantedTerms(
  question: Question,
  store: Pick<Store, 'text'>,
  among: 'books' | 'topics',
): Promise<WantedTerm[]> {
  const counts = await countsOf(question, store);
  return chooseTerms(question.words, {
    frequency: (stem) => counts.get(stem)?.[among] ?? 0,
    postingsBudget: POSTINGS_BUDGET,
  });
}

/**
 * The best `limit` passages by bm25, best first, lower id first among equals. No word is left out. What is quoted
 * must be there; if no text holds it, its words are looked for instead: it may be quoted from memory.
 */
export async function passageKeywordHits(question: Question, store: Store, limit: number): Promise<Hit[]> {
  const hits = await passagesWith(question, store, limit);
  const { words } = question;
  if (hits.length > 0 || !words.strict || !words.terms.some((term) => term.quoted)) return hits;
  question.shared.unquoted ??= withoutQuotations(words);
  return passagesWith({ ...question, words: question.shared.unquoted }, store, limit);
}

/** Ids of all passages that hold every word and quotation of the question. */
export async function passagesHolding(question: Question, store: Store): Promise<number[]> {
  const required = await Promise.all(
    question.words.terms.map(async (term) => ({
      term,
      phrase: await phraseOf(question, store, term),
      required: true,
      weight: 1,
    })),
  );
  return (await store.text.passages(required, store.text.passageCount())).map(({ id }) => id);
}

/** Undefined for a single word. */
const phraseOf = async (question: Question, store: Store, term: QueryTerm) =>
  term.tokens.length > 1 ? phrasePassages(question, store, term) : undefined;

async function passagesWith(question: Question, store: Store, limit: number): Promise<Hit[]> {
  const { words } = question;
  const isRequired = (term: QueryTerm) => words.onlyStopWords || (words.strict && term.quoted);
  const optional = words.terms.filter((term) => !isRequired(term));
  const required = words.terms.filter(isRequired).slice(0, MAX_MATCHED_TERMS);
  const chosen = await rarest(optional, store);
  const passageTerm = async (term: QueryTerm): Promise<PassageTerm> => ({
    term,
    phrase: await phraseOf(question, store, term),
    required: isRequired(term),
    // A quotation is stronger evidence than single words: it counts twice.
    weight: isRequired(term) && chosen.length > 0 ? 2 : 1,
  });
  const terms = await Promise.all([...required, ...chosen].map(passageTerm));
  return store.text.passages(terms, limit, withinOf(question));
}

/** As many of the terms as one search takes. */
async function rarest(terms: QueryTerm[], { text }: Store): Promise<QueryTerm[]> {
  if (terms.length <= MAX_MATCHED_TERMS) return terms;
  const counts = await text.frequencies(terms.flatMap(({ stems }) => stems));
  return terms
    .map((term) => ({ term, rows: Math.min(...term.stems.map((stem) => counts.get(stem)!.passages)) }))
    .sort((a, b) => a.rows - b.rows)
    .slice(0, MAX_MATCHED_TERMS)
    .map(({ term }) => term);
}
