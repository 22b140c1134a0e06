/** The words of a book's passages, turned over: from each stem to the passages it stands in. */
import { PostingListBuilder } from './posting-list.ts';
import { indexedWords } from './words.ts';

/** Grows whenever words are cut, stemmed or stored otherwise than before: posting lists and full-text indexes are made again then. */
export const WORDS_VERSION = '5';

/** Posting lists by stem, in the order of stems. Passages must come in ascending id. */
export function bookWords(passages: Iterable<readonly [id: number, text: string]>): [string, Uint8Array][] {
  const lists = new Map<string, PostingListBuilder>();
  for (const [id, text] of passages) {
    const counts = new Map<string, number>();
    for (const { stem } of indexedWords(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const [stem, count] of counts) {
      let list = lists.get(stem);
      if (list === undefined) {
        list = new PostingListBuilder();
        lists.set(stem, list);
      }
      list.add(id, count);
    }
  }
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, list]): [string, Uint8Array] => [stem, list.finish()]);
}
