/** What a library offers to ask for, read from its API: the same for the same library. */
import { getJson } from '../../../test-stack.ts';

export interface LibraryWords {
  bookIds: number[];
  /** Path of each cover below the API, with its hash, as pages link to it. */
  covers: string[];
  /** Labels of phrases and concepts, without doubles. */
  topics: string[];
  /** People and places. */
  names: string[];
  /** Running text, one entry for each section read. */
  texts: string[];
  passageIds: number[];
  themeIds: number[];
}

interface BookPage {
  books: { id: number; cover?: string }[];
  nextCursor?: string;
}

interface BookDetail {
  topics?: { label: string }[];
  names?: { label: string }[];
  sections: { index: number; kind: string }[];
}

interface Section {
  blocks: { text: string }[];
  passages: { id: number }[];
}

/** Sections read of each book. */
const SECTIONS_PER_BOOK = 2;

export async function readLibraryWords(api: string): Promise<LibraryWords> {
  const words: LibraryWords = {
    bookIds: [],
    covers: [],
    topics: [],
    names: [],
    texts: [],
    passageIds: [],
    themeIds: [],
  };
  let cursor: string | undefined;
  do {
    const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await getJson<BookPage>(api, `/books?limit=200${next}`);
    for (const { id, cover } of page.books) {
      words.bookIds.push(id);
      if (cover) words.covers.push(`/books/${id}/cover?v=${cover}`);
    }
    cursor = page.nextCursor || undefined;
  } while (cursor !== undefined);
  for (const id of words.bookIds) await readBook(api, id, words);
  words.themeIds = await readThemeIds(api);
  return { ...words, topics: [...new Set(words.topics)], names: [...new Set(words.names)] };
}

/** Themes get new numbers whenever the library is grouped again. */
export async function readThemeIds(api: string): Promise<number[]> {
  const { themes } = await getJson<{ themes: { id: number }[] }>(api, '/themes?limit=100');
  return themes.map(({ id }) => id);
}

async function readBook(api: string, id: number, words: LibraryWords): Promise<void> {
  const book = await getJson<BookDetail>(api, `/books/${id}`);
  words.topics.push(...(book.topics ?? []).map(({ label }) => label));
  words.names.push(...(book.names ?? []).map(({ label }) => label));
  const body = book.sections.filter(({ kind }) => kind === 'body');
  for (let i = 1; i <= Math.min(SECTIONS_PER_BOOK, body.length); i++) {
    const { index } = body[Math.floor((i * body.length) / (SECTIONS_PER_BOOK + 1))]!;
    const section = await getJson<Section>(api, `/books/${id}/sections/${index}`);
    words.texts.push(section.blocks.map(({ text }) => text).join(' '));
    words.passageIds.push(...section.passages.map((passage) => passage.id));
  }
}
