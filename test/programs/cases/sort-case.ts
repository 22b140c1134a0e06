/** Titles or authors in the order of the shelves. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedBook } from '@libtrails/indexer/book';
import { formatByName } from '@libtrails/indexer/formats/registry';
import { authorKey, titleKey } from '@libtrails/retrieval/store/sqlite/write/sort-keys';
import { type Case, type Differences, differs } from './expectation.ts';

const LISTED = /^sort (titles|authors): (.*)$/;
const BEFORE = /^sort=author: "(.*)" before "(.*)"$/;

/** @param library folder of books that say more of a title or author than its name, such as the language */
export async function runSortCase({ query = '', expected }: Case, library: string): Promise<Differences> {
  const books = await booksOf(library);
  const titleKeyOf = (title: string) => {
    const book = books.find((b) => b.title === title);
    return titleKey(title, book?.language, book?.titleSort);
  };
  const authorKeyOf = (author: string) =>
    authorKey([author], books.find(({ authors }) => authors[0] === author)?.authorSort);
  const [, what, list = ''] = LISTED.exec(query) ?? [];
  const [, before = '', after = ''] = BEFORE.exec(query) ?? [];
  if (what === undefined) return differs(query, authorKeyOf(before) < authorKeyOf(after), expected);
  const keyOf = what === 'titles' ? titleKeyOf : authorKeyOf;
  const names = list.split(' · ').map((name) => ({ name, key: keyOf(name) }));
  names.sort((a, b) => (a.key < b.key ? -1 : 1));
  return differs(
    'order',
    names.map(({ name }) => name),
    expected,
  );
}

async function booksOf(library: string): Promise<ParsedBook[]> {
  const names = await readdir(library).catch(() => []);
  return Promise.all(names.flatMap((name) => formatByName(name)?.read(join(library, name), name) ?? []));
}
