/**
 * Topics that say the same are read as one. Leader clustering: a topic joins a representative that is near enough to
 * itself, never a topic that has joined one, so merges cannot form chains ("animals" to "plants" to "zoology").
 */
import { PROFILE } from '@libtrails/models/profile';
import { stem } from '../topics/stem.ts';
import type { Neighbours } from './knn.ts';
import type { TopicTable } from './topic-table.ts';

const MERGE = PROFILE.calibration.grouping.merge;

/** Label cosine from which two phrases of the same words are one ("depth of sea", "sea depths"). */
const SAME_WORDS_COSINE = MERGE.sameWords;
/** The same for phrases with a word in common. */
const RELATED_COSINE = MERGE.commonWord;
/** The same for phrases without a common word ("cows" and "cattle"). */
const UNRELATED_COSINE = MERGE.otherWords;
/**
 * A phrase joins a concept only if it has its name, in singular or plural, and means it: near is not enough, for "breakfast" would
 * read "eggs and breakfast"; nor is an alias, for "vertebrate" would read "zoology".
 */
const CONCEPT_COSINE = MERGE.concept;
/** In a block of more topics with one stem, only those that occur more than once are compared. */
const MAX_BLOCK = 400;
/** And of these the most frequent. */
const MAX_LARGE_BLOCK = 1_200;

const IGNORED_WORDS = new Set(['of', 'the', 'and', 'in', 'a', 'an', 'to', 'for', 'on', 'with']);

/** For each topic the one it reads as: itself for representatives, which are never merged into another. */
export function mergeTopics(table: TopicTable, core: Int32Array, neighbours: Neighbours): Int32Array {
  const stems = table.labels.map(stemsOf);
  const keys = stems.map((list) => [...list].sort().join(' '));
  const candidates = new CandidatePairs();
  addNeighbours(candidates, core, neighbours);
  addBlocks(candidates, table, stems);
  const conceptOfName = conceptsByName(table);

  const into = new Int32Array(table.count).fill(-1);
  for (const topic of leadersFirst(table)) {
    into[topic] = topic;
    if (table.isConcept[topic] === 1) continue;
    const concept = conceptOfName.get(plainForm(table.labels[topic]!));
    if (concept !== undefined && table.labelCosine(topic, concept) >= CONCEPT_COSINE) {
      into[topic] = concept;
      continue;
    }
    let best = topic;
    let bestCosine = 0;
    for (const other of candidates.of(topic)) {
      // Only representatives found before can take a topic in.
      if (other === topic || into[other] !== other || table.isConcept[other] === 1) continue;
      const cosine = table.labelCosine(topic, other);
      if (cosine < bestCosine || (cosine === bestCosine && other > best)) continue;
      if (cosine < wantedCosine(topic, other, stems, keys)) continue;
      best = other;
      bestCosine = cosine;
    }
    into[topic] = best;
  }
  return into;
}

function wantedCosine(
  a: number,
  b: number,
  stems: readonly (readonly string[])[],
  keys: readonly string[],
): number {
  if (keys[a] === keys[b]) return SAME_WORDS_COSINE;
  return intersects(stems[a]!, stems[b]!) ? RELATED_COSINE : UNRELATED_COSINE;
}

function conceptsByName(table: TopicTable): ReadonlyMap<string, number> {
  const concepts = new Map<string, number>();
  table.labels.forEach((label, topic) => {
    if (table.isConcept[topic] === 1 && !concepts.has(plainForm(label)))
      concepts.set(plainForm(label), topic);
  });
  return concepts;
}

/** Lower case, without connecting words and plural endings. */
function plainForm(label: string): string {
  const words = label.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words
    .filter((word) => !IGNORED_WORDS.has(word))
    .map((word) => word.replace(/(?<=\p{L}{3})(?:i?e?s|e|y)$/u, ''))
    .join(' ');
}

/** Concepts, then the most used: the order in which topics become representatives. */
function leadersFirst(table: TopicTable): Int32Array {
  return Int32Array.from({ length: table.count }, (_, i) => i).sort(
    (a, b) =>
      table.isConcept[b]! - table.isConcept[a]! ||
      table.passages[b]! - table.passages[a]! ||
      table.books[b]! - table.books[a]! ||
      a - b,
  );
}

function stemsOf(label: string): string[] {
  const words = label.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [...new Set(words.filter((word) => !IGNORED_WORDS.has(word)).map(stem))];
}

function intersects(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item));
}

class CandidatePairs {
  readonly #lists = new Map<number, number[]>();

  add(a: number, b: number): void {
    this.#list(a).push(b);
    this.#list(b).push(a);
  }

  of(topic: number): readonly number[] {
    return this.#lists.get(topic) ?? [];
  }

  #list(topic: number): number[] {
    let list = this.#lists.get(topic);
    if (list === undefined) {
      list = [];
      this.#lists.set(topic, list);
    }
    return list;
  }
}

function addNeighbours(candidates: CandidatePairs, core: Int32Array, neighbours: Neighbours): void {
  core.forEach((topic, row) => {
    const start = row * neighbours.k;
    for (let n = start; n < start + neighbours.counts[row]!; n++)
      candidates.add(topic, core[neighbours.rows[n]!]!);
  });
}

/** Pairs that share a stem and are near, found block by block. */
function addBlocks(
  candidates: CandidatePairs,
  table: TopicTable,
  stems: readonly (readonly string[])[],
): void {
  const blocks = new Map<string, number[]>();
  stems.forEach((list, topic) => {
    if (table.isConcept[topic] === 1) return;
    for (const stemmed of list) {
      const block = blocks.get(stemmed);
      if (block === undefined) blocks.set(stemmed, [topic]);
      else block.push(topic);
    }
  });
  for (const block of blocks.values()) {
    const compared = block.length <= MAX_BLOCK ? block : mostFrequent(block, table);
    compared.forEach((a, i) => {
      for (let j = i + 1; j < compared.length; j++) {
        const b = compared[j]!;
        if (table.labelCosine(a, b) >= SAME_WORDS_COSINE) candidates.add(a, b);
      }
    });
  }
}

function mostFrequent(block: readonly number[], table: TopicTable): number[] {
  return block
    .filter((topic) => table.passages[topic]! > 1)
    .sort((a, b) => table.passages[b]! - table.passages[a]! || a - b)
    .slice(0, MAX_LARGE_BLOCK);
}
