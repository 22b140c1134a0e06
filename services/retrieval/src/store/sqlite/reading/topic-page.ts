/** What the page of a topic shows, and topics by the beginnings of their words. */
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import { splitAliases } from '../../alias-list.ts';
import type { PassageOfBook, TopicPage } from '../../catalogue.ts';
import type { TextSearch } from '../../text-search.ts';
import type { NameInBooks, Vocabulary } from '../../vocabulary.ts';
import type { Library } from '../library.ts';
import { SpellingDictionary } from '../search/spelling-dictionary.ts';

/** Related topics are read off this many of the topic's best passages, which bounds the time. */
const RELATED_SAMPLE = 200;

interface TopicRow {
  id: number;
  label: string;
  aliases: string;
  themeId: number | null;
}

export function topicPage(
  library: Library,
  topic: number,
  shown: { books: number; related: number },
): TopicPage | undefined {
  const row = library.statement<TopicRow>('topic-row').get(topic);
  if (row === undefined) return undefined;
  const { id, label, aliases, themeId } = row;
  const merged = library.statement<{ label: string; aliases: string }>('topic-variants').all(id);
  return {
    id,
    label,
    words: [
      ...splitAliases(aliases),
      ...merged.flatMap((variant) => [variant.label, ...splitAliases(variant.aliases)]),
    ],
    themeId,
    books: library
      .statement<{ bookId: number; passages: number }>('topic-books')
      .all({ id, limit: shown.books }),
    related: library
      .statement<Topic>('topic-related')
      .all({ id, sample: RELATED_SAMPLE, limit: shown.related }),
  };
}

export function passagesOfTopic(library: Library, topic: number, limit: number): PassageOfBook[] | undefined {
  const row = library.statement<TopicRow>('topic-row').get(topic);
  return row && library.statement<PassageOfBook>('topic-passages').all({ id: row.id, limit });
}

export function vocabularyOf(library: Library, text: TextSearch): Vocabulary {
  const dictionary = new SpellingDictionary(library, text);
  return {
    wordsNear: (word, slips, limit, pause) => dictionary.near(word, slips, limit, pause),
    prepareWords: (pause) => dictionary.prepare(pause),
    async namesOfTopics(topics) {
      const rows = library
        .statement<{ id: number; label: string; aliases: string }>('topic-names')
        .all(JSON.stringify(topics));
      return new Map(
        [...Map.groupBy(rows, ({ id }) => id)].map(([id, named]) => [
          id,
          named.flatMap(({ label, aliases }) => [label, ...splitAliases(aliases)]),
        ]),
      );
    },
    async topicsBeginning(words, limit) {
      const match = words.map((word) => `label:"${word}"*`).join(' AND ');
      return library.statement<number>('suggest-topics', 'value').all(match, limit);
    },
    async namesBeginning(word, mentions, limit) {
      return library.statement<NameInBooks>('suggest-names').all({ word, mentions, limit });
    },
    async themesOfTopics(words, limit) {
      const last = words.length - 1;
      const match = words.map((word, i) => (i === last ? `"${word}"*` : `"${word}"`)).join(' AND ');
      return library.statement<number>('themes-of-matching-topics', 'value').all(match, limit);
    },
  };
}
