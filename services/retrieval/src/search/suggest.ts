/** What a reader who has begun to type may mean. */

import { setImmediate } from 'node:timers/promises';
import type { Suggestion__Out as Suggestion } from '@libtrails/proto/types/library/v1/Suggestion';
import type { SuggestResponse__Out as Suggestions } from '@libtrails/proto/types/library/v1/SuggestResponse';
import { folded } from '../store/book-filter.ts';
import type { Store } from '../store/store.ts';
import { typedWords, wordsOf } from '../words/words.ts';
import { spellings } from './spelling.ts';

/** Topics that the index may put forward: a single letter begins thousands. */
const TOPICS_CONSIDERED = 400;

/** A name is suggested from so many mentions on. */
const NAME_MENTIONS = 3;
const NAMES_CONSIDERED = 50;

/** A suggestion and how well it fits: 0 begins with the text, 1 has its words inside, 2 and 3 the same for one passage alone. */
type Fitting = Suggestion & { fit: number };

export type Suggest = (query: string, limit: number) => Promise<Suggestions>;

/** Makes the use case over one store. */
export function createSuggest(store: Store): Suggest {
  return (query, limit) => suggest(store, query, limit);
}

/**
 * Titles, authors, names, topics and themes in which every word of `query` begins a word; those that begin with the
 * query come first, then those of more books. Each kind has its share, so that topics don't crowd out titles.
 */
async function suggest(store: Store, query: string, limit: number): Promise<Suggestions> {
  const words = typedWords(query).map((word) => word.folded);
  if (words.length === 0) return { completions: [], spellings: [] };
  const kinds = [
    await titles(store, words),
    await authors(store, words),
    await names(store, words),
    await topics(store, words),
    await themes(store, words),
  ];
  const sorted = kinds.map((kind) =>
    kind.sort((a, b) => a.fit - b.fit || b.books - a.books || (a.text < b.text ? -1 : 1)),
  );
  const completions: Suggestion[] = [];
  const seen = new Set<string>();
  for (let place = 0; completions.length < limit && sorted.some((kind) => place < kind.length); place += 1) {
    for (const kind of sorted) {
      const { fit: _fit, ...found } = kind[place] ?? { fit: 0, text: '' };
      const key = `${folded(found.text)} ${'kind' in found ? found.kind : ''}`;
      if (!('kind' in found) || seen.has(key) || completions.length === limit) continue;
      seen.add(key);
      completions.push(found);
    }
  }
  const near = completions.length > 0 ? [] : await spellings(query, store, () => setImmediate());
  return { completions, spellings: near };
}

/** Undefined if a word of the query begins no word of the text. */
function fitOf(text: string, words: readonly string[]): number | undefined {
  const own = wordsOf(text).map((word) => word.folded);
  if (!words.every((word) => own.some((other) => other.startsWith(word)))) return undefined;
  return own.join(' ').startsWith(words.join(' ')) ? 0 : 1;
}

function fitting(suggestion: Suggestion, words: readonly string[]): Fitting[] {
  const fit = fitOf(suggestion.text, words);
  return fit === undefined ? [] : [{ ...suggestion, fit }];
}

async function titles({ catalogue }: Store, words: readonly string[]): Promise<Fitting[]> {
  return (await catalogue.allBooks()).flatMap(({ id, title }) =>
    fitting({ kind: 'title', id, text: title, books: 1 }, words),
  );
}

async function authors({ catalogue }: Store, words: readonly string[]): Promise<Fitting[]> {
  const books = new Map<string, number>();
  for (const book of await catalogue.allBooks()) {
    for (const author of new Set(book.authors)) books.set(author, (books.get(author) ?? 0) + 1);
  }
  return [...books].flatMap(([text, count]) => fitting({ kind: 'author', id: 0, text, books: count }, words));
}

async function topics({ catalogue, vocabulary }: Store, words: readonly string[]): Promise<Fitting[]> {
  const ids = await vocabulary.topicsBeginning(words, TOPICS_CONSIDERED);
  const found = new Map([...(await catalogue.topics(ids)).values()].map((topic) => [topic.id, topic]));
  return [...found.values()].flatMap(({ id, label, books, passages }) =>
    fitting({ kind: 'topic', id, text: label, books }, words).map((one) =>
      passages > 1 ? one : { ...one, fit: one.fit + 2 },
    ),
  );
}

/** Who and what the books speak of by name. */
async function names({ vocabulary }: Store, words: readonly string[]): Promise<Fitting[]> {
  const found = await vocabulary.namesBeginning(words[0]!, NAME_MENTIONS, NAMES_CONSIDERED);
  return found.flatMap(({ label, books }) => fitting({ kind: 'name', id: 0, text: label, books }, words));
}

async function themes({ catalogue }: Store, words: readonly string[]): Promise<Fitting[]> {
  return (await catalogue.allThemes()).flatMap(({ id, label, books }) =>
    fitting({ kind: 'theme', id, text: label, books }, words),
  );
}
