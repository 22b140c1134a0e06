/** Queries of the kinds that readers type, made of the library's own words; no two alike. */
import { seededRandom } from '@libtrails/indexer/grouping/random';
import { pick, pickWeighted, type Random } from './choices.ts';
import type { LibraryWords } from './library-words.ts';

type Words = Pick<LibraryWords, 'topics' | 'names' | 'texts'>;

interface Shape {
  name: string;
  /** Of a hundred queries. */
  weight: number;
  make: (words: Words, random: Random) => string;
}

const QUESTIONS = ['what is', 'how to live with', 'who writes about', 'the meaning of', 'why people fear'];
const STOP_WORDS = 'the of and to in a that it was for on with as his her they which not be had'.split(' ');
/** Scripts that an English library holds nothing of: the answer is empty, and must be fast as well. */
const OTHER_SCRIPTS = ['одиночество', 'μνήμη', '孤独', '記憶', 'الذاكرة', 'זיכרון', 'स्मृति'];
const LONG_WORDS = 200;

const SHAPES: readonly Shape[] = [
  { name: 'word', weight: 22, make: ({ texts }, random) => pick(random, contentWords(pick(random, texts))) },
  { name: 'phrase', weight: 26, make: ({ topics }, random) => pick(random, topics) },
  {
    name: 'two ideas',
    weight: 18,
    make: ({ topics }, random) => `${pick(random, topics)} and ${pick(random, topics)}`,
  },
  {
    name: 'question',
    weight: 14,
    make: ({ topics }, random) => `${pick(random, QUESTIONS)} ${pick(random, topics)}?`,
  },
  {
    name: 'name',
    weight: 8,
    make: ({ names, topics }, random) => `${pick(random, names)} ${pick(random, topics)}`,
  },
  {
    name: 'quotation',
    weight: 5,
    make: ({ texts }, random) => `"${excerpt(pick(random, texts), 4, random)}"`,
  },
  {
    name: 'stop words',
    weight: 3,
    make: (_words, random) =>
      Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(random, STOP_WORDS)).join(' '),
  },
  { name: 'long', weight: 2, make: ({ texts }, random) => excerpt(pick(random, texts), LONG_WORDS, random) },
  {
    name: 'other script',
    weight: 2,
    make: (_words, random) => `${pick(random, OTHER_SCRIPTS)} ${pick(random, OTHER_SCRIPTS)}`,
  },
];

/** How many times a shape is tried before two topics are put together, of which there are always more. */
const TRIES = 5;

/** An endless stream. The same words and seed give the same queries in the same order. */
export function queryStream(words: Words, seed = 1): () => string {
  const usable = withFallbacks(words);
  const random = seededRandom(seed);
  const given = new Set<string>();
  let number = 0;
  return () => {
    const shape = pickWeighted(random, SHAPES);
    for (let i = 0; i < TRIES; i++) {
      const query = shape.make(usable, random);
      if (query !== '' && !given.has(query)) {
        given.add(query);
        return query;
      }
    }
    // A shape that a small library has used up.
    number += 1;
    const query = `${pick(random, usable.topics)} ${pick(random, usable.topics)} ${number}`;
    given.add(query);
    return query;
  };
}

/** A library without names or text still has something to ask for. */
function withFallbacks({ topics, names, texts }: Words): Words {
  if (topics.length === 0) throw new Error('the library has no topics: index books first');
  const written = texts.filter((text) => contentWords(text).length > 0);
  return {
    topics,
    names: names.length > 0 ? names : topics,
    texts: written.length > 0 ? written : [topics.join(' ')],
  };
}

function contentWords(text: string): string[] {
  return text.match(/\p{L}{5,}/gu) ?? [];
}

function excerpt(text: string, length: number, random: Random): string {
  const words = text.replaceAll('"', ' ').split(/\s+/).filter(Boolean);
  const start = Math.floor(random() * Math.max(1, words.length - length));
  return words.slice(start, start + length).join(' ');
}
