/** `libtrails search | related | trail | passage | books`: what the API answers, in its own words. */
import type {
  ListBooksResponse,
  PassageContext,
  RelatedPassagesResponse,
  RelatedResponse,
  SearchResponse,
  TrailResponse,
} from '@libtrails/proto/http';
import { type ApiFlags, LibraryApi } from '../library-api.ts';
import { json, number } from '../output.ts';
import { bookLine, opening, placeLine, resultLines, safe, totalOf } from '../reading-text.ts';

type Flags = ApiFlags & { json?: boolean };

/** Filters as the API names them. */
interface FilterFlags {
  author?: string[];
  series?: string[];
  tag?: string[];
  lang?: string[];
  from?: number;
  to?: number;
}

const filtersOf = ({ author, series, tag, lang, from, to }: FilterFlags) => ({
  ...{ author, series, tag, lang, from, to },
});

export interface SearchFlags extends Flags, FilterFlags {
  scope?: string;
  mode?: string;
  limit?: number;
  offset?: number;
  bookId?: number;
  asTyped?: boolean;
  explain?: boolean;
}

export async function search(words: string[], flags: SearchFlags): Promise<void> {
  const { scope, mode, limit, offset, bookId, asTyped, explain } = flags;
  const answer = await new LibraryApi(flags).get<SearchResponse>('/search', {
    ...{ q: words.join(' '), scope, mode, limit, offset, bookId, asTyped, explain },
    ...filtersOf(flags),
  });
  if (flags.json) {
    console.log(json(answer));
    return;
  }
  for (const reason of answer.degradedReasons) console.error(`libtrails: ${reason}`);
  if (answer.searchedFor !== '') console.log(`Searched for: ${safe(answer.searchedFor)}`);
  if (answer.results.length === 0) console.log('Nothing found.');
  else if (!answer.relevant) console.log('Nothing relevant was found; the nearest:');
  else console.log(totalOf(answer.total, answer.totalExact, answer.scope));
  for (const result of answer.results) {
    for (const line of resultLines(result)) console.log(line);
    for (const { name, rank, because } of result.signals ?? [])
      console.log(`      ${name} ${rank}: ${safe(because)}`);
  }
}

export async function related(
  id: number,
  flags: Flags & { limit?: number; passage?: boolean },
): Promise<void> {
  const api = new LibraryApi(flags);
  const { limit } = flags;
  if (flags.passage) {
    const answer = await api.get<RelatedPassagesResponse>(`/passages/${id}/related`, { limit });
    if (flags.json) console.log(json(answer));
    for (const { book, passage } of flags.json ? [] : answer.results) {
      console.log(`${bookLine(book)}\n    ${placeLine(passage)}\n    ${opening(passage.text)}`);
    }
    return;
  }
  const answer = await api.get<RelatedResponse>(`/books/${id}/related`, { limit });
  if (flags.json) console.log(json(answer));
  for (const { rank, book, reason } of flags.json ? [] : answer.results) {
    console.log(`${`${rank}.`.padStart(3)} ${bookLine(book)}\n    ${safe(reason)}`);
  }
}

export async function trail(
  from: string,
  to: string | undefined,
  flags: Flags & { steps?: number; seed?: number; format?: string },
): Promise<void> {
  const { steps, seed, format } = flags;
  const api = new LibraryApi(flags);
  const wanted = { from, to, steps, seed };
  if (!flags.json && format !== undefined && format !== 'text') {
    console.log((await api.text('/trail', { ...wanted, format })).trimEnd());
    return;
  }
  const answer = await api.get<TrailResponse>('/trail', wanted);
  if (flags.json) {
    console.log(json(answer));
    return;
  }
  if (!answer.relevant) console.log('The library has too little about one of the ends.');
  for (const { step, book, passage, quote, link } of answer.steps) {
    const shared = link?.sharedTopics.map(({ label }) => label).join(', ') || link?.bridge?.label;
    if (shared) console.log(`    by ${safe(shared)}`);
    console.log(`${`${step}.`.padStart(3)} ${bookLine(book)}\n    ${placeLine(passage)}`);
    console.log(`    “${opening(passage.text.slice(...quote))}”`);
  }
}

export async function passage(id: number, flags: Flags & { around?: number }): Promise<void> {
  const answer = await new LibraryApi(flags).get<PassageContext>(`/passages/${id}`, { around: flags.around });
  if (flags.json) {
    console.log(json(answer));
    return;
  }
  console.log(`${bookLine(answer.book)}\n${placeLine(answer.passage)}`);
  for (const { text } of [...answer.before, answer.passage, ...answer.after]) console.log(`\n${safe(text)}`);
}

export async function books(
  words: string[],
  flags: Flags & FilterFlags & { sort?: string; limit?: number; page?: number },
): Promise<void> {
  const { sort, limit, page } = flags;
  const query = { q: words.join(' '), sort, limit, page, ...filtersOf(flags) };
  const answer = await new LibraryApi(flags).get<ListBooksResponse>('/books', query);
  if (flags.json) {
    console.log(json(answer));
    return;
  }
  for (const book of answer.books) console.log(bookLine(book));
  if (answer.total > answer.books.length) {
    console.log(
      `${number(answer.books.length)} of ${number(answer.total)} books; --page and --limit show others.`,
    );
  }
}
