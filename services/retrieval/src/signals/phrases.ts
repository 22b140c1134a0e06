/** Quotations and compounds: which passages hold words in a row. */
import type { Store } from '../store/store.ts';
import type { FoundPhrase, Pause, QueryTerm } from '../store/text-search.ts';
import type { Question } from './signal.ts';

/** The passages that hold the term's words in a row; looked for once a question. */
export function phrasePassages(
  question: Question,
  { text }: Pick<Store, 'text'>,
  term: QueryTerm,
  pause?: Pause,
): Promise<FoundPhrase> {
  const { phrases } = question.shared;
  const words = `${term.tokens.join(' ')} ${term.joined?.stem ?? ''}`;
  const found = phrases.get(words) ?? text.findPhrase(term, pause);
  phrases.set(words, found);
  return found;
}

/**
 * Finds the passages of every phrase of the question before the signals ask for them. `pause` is called between
 * slices and says whether to go on. False if it said no: what was found until then is kept.
 */
export async function findPhrases(
  question: Question,
  store: Pick<Store, 'text'>,
  pause: Pause,
): Promise<boolean> {
  for (const term of question.words.terms) {
    if (term.tokens.length === 1) continue;
    const { whole } = await phrasePassages(question, store, term, pause);
    if (!whole) return false;
  }
  return true;
}
