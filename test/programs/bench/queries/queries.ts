/**
 * What readers type, by kind: drawn from the library's own words, and a committed list of what a library's
 * words can't give. The same library and set number give the same queries; no query stands in two sets.
 */
import { readFileSync } from 'node:fs';
import { seededRandom } from '@libtrails/indexer/grouping/random';
import { STOP_WORDS } from '@libtrails/retrieval/signals/stop-words';
import type Database from 'better-sqlite3';

export const QUERY_KINDS = [
  'one word',
  'topic',
  'phrase',
  'quotation',
  'question',
  'sentence',
  'name',
  'marked word',
  '200 words',
  'stop words',
  'other script',
  'committed',
] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

export interface Query {
  kind: QueryKind;
  text: string;
}

/** Queries of each drawn kind in a whole set; with the committed ones a set has more than 550. */
const DRAWN: Partial<Record<QueryKind, number>> = {
  'one word': 100,
  topic: 60,
  phrase: 80,
  quotation: 25,
  question: 70,
  sentence: 50,
  name: 45,
  'marked word': 30,
  '200 words': 4,
};

const QUESTIONS = [
  (topic: string) => `what is ${topic}?`,
  (topic: string) => `why do people care about ${topic}`,
  (topic: string) => `books about ${topic}`,
  (topic: string) => `how does ${topic} change a life?`,
  (topic: string, other: string) => `what has ${topic} to do with ${other}?`,
  (topic: string, other: string) => `Is there a story of ${topic} and ${other}?`,
  (topic: string) => `who wrote about ${topic}`,
];

const committed = JSON.parse(readFileSync(new URL('./committed.json', import.meta.url), 'utf8')) as Record<
  'stop words' | 'other scripts' | 'famous',
  string[]
>;

/** Passages that are read for words. */
const SAMPLED_PASSAGES = 4_000;
const MARKED = /^[\p{L}]+(?:[-'’][\p{L}]+)+$|^[a-z]*[àâäáçéèêëíîïñóôöúûüæœ][\p{L}]*$/iu;

export class QuerySource {
  readonly #random: () => number;
  readonly #seen = new Set<string>();
  readonly #texts: string[];
  readonly #labels: string[];
  readonly #names: string[];
  readonly #words: string[];
  readonly #marked: string[];

  constructor(db: Database.Database, seed = 7) {
    this.#random = seededRandom(seed);
    const ids = db
      .prepare('SELECT id FROM chunks WHERE searchable = 1 ORDER BY id')
      .pluck()
      .all() as number[];
    const step = Math.max(1, ids.length / SAMPLED_PASSAGES);
    const textOf = db.prepare('SELECT text FROM chunks WHERE id = ?').pluck();
    this.#texts = Array.from(
      { length: Math.min(ids.length, SAMPLED_PASSAGES) },
      (_, i) => textOf.get(ids[Math.floor(i * step)]!) as string,
    );
    this.#labels = sample(db, "kind <> 'name'");
    this.#names = sample(db, "kind = 'name'");
    const words = new Set<string>();
    const marked = new Set<string>();
    for (const text of this.#texts) {
      for (const word of text.split(/[^\p{L}'’-]+/u)) {
        if (MARKED.test(word)) marked.add(word);
        else if (word.length > 2 && /^\p{L}+$/u.test(word) && !STOP_WORDS.has(word.toLowerCase())) {
          words.add(word.toLowerCase());
        }
      }
    }
    this.#words = [...words].sort();
    this.#marked = [...marked].sort();
  }

  /** A set of about `share` (0..1) of the whole; with the committed queries if `first`. In mixed order. */
  draw(share: number, first: boolean): Query[] {
    const queries: Query[] = [];
    const add = (kind: QueryKind, text: string) => {
      const clean = text.replaceAll(/\s+/gu, ' ').trim();
      if (clean === '' || this.#seen.has(clean.toLowerCase())) return false;
      this.#seen.add(clean.toLowerCase());
      queries.push({ kind, text: clean });
      return true;
    };
    if (first) {
      for (const text of committed['stop words']) add('stop words', text);
      for (const text of committed['other scripts']) add('other script', text);
      for (const text of committed.famous) add('committed', text);
    }
    for (const [kind, count] of Object.entries(DRAWN) as [QueryKind, number][]) {
      // A small library may not have so many different ones.
      let tries = 0;
      for (let got = 0; got < Math.round(count * share) && tries < count * 50; tries += 1) {
        if (add(kind, this.#one(kind))) got += 1;
      }
    }
    for (let i = queries.length - 1; i > 0; i -= 1) {
      const j = Math.floor(this.#random() * (i + 1));
      [queries[i], queries[j]] = [queries[j]!, queries[i]!];
    }
    return queries;
  }

  #any<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)]!;
  }

  #one(kind: QueryKind): string {
    const any = <T>(list: readonly T[]): T => this.#any(list);
    switch (kind) {
      case 'one word':
        // Half as a dictionary has them (mostly rare), half as they stand in the text (mostly common).
        return this.#random() < 0.5 ? any(this.#words) : this.#run(1, 1);
      case 'topic':
        return any(this.#labels);
      case 'phrase':
        return this.#run(2, 5);
      case 'quotation':
        return `"${this.#run(2, 6)}"`;
      case 'question':
        return any(QUESTIONS)(any(this.#labels), any(this.#labels));
      case 'sentence': {
        const sentences = any(this.#texts).match(/[A-Z][^.!?]{40,220}[.!?]/gu) ?? [''];
        return any(sentences);
      }
      case 'name':
        return this.#names.length > 0 ? any(this.#names) : '';
      case 'marked word':
        return this.#marked.length > 0 ? any(this.#marked) : '';
      case '200 words':
        return any(this.#texts).split(/\s+/u).slice(0, 200).join(' ');
      default:
        return '';
    }
  }

  /** So many words in a row from the text; the ends are no stop words. */
  #run(least: number, most: number): string {
    const words = this.#any(this.#texts).replaceAll(/["“”]/gu, '').split(/\s+/u);
    const length = least + Math.floor(this.#random() * (most - least + 1));
    const start = Math.floor(this.#random() * Math.max(1, words.length - length));
    const bare = (word: string) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    const run = words.slice(start, start + length).map(bare);
    while (run.length > 0 && isStop(run[0]!)) run.shift();
    while (run.length > 0 && isStop(run.at(-1)!)) run.pop();
    return run.length >= least ? run.join(' ') : '';
  }
}

const isStop = (word: string) => word === '' || STOP_WORDS.has(word.toLowerCase());

/** Labels of up to 20,000 topics, spread over the library. */
function sample(db: Database.Database, where: string): string[] {
  return db
    .prepare(`SELECT label FROM topics WHERE ${where} ORDER BY (id * 2654435761) % 4294967296 LIMIT 20000`)
    .pluck()
    .all() as string[];
}
