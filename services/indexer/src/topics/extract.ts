/** The topics of one book, from the book and shipped data alone: the same result on any machine, in any order. */
import type { BookTopic, BookTopics, Chunk, ChunkTopics, Embedder, ParsedBook } from '../book.ts';
import { bookPhrases, descriptionPhrases, subjectPhrases } from './book-phrases.ts';
import { bookVector } from './book-vector.ts';
import { CandidateTable } from './candidate-table.ts';
import { findCandidates } from './candidates.ts';
import { type ConceptSpace, conceptSpaceFor } from './concept-space.ts';
import { type ConceptLink, linkConcepts } from './concepts.ts';
import { type Lexicon, loadLexicon } from './lexicon.ts';
import { NameTable } from './names.ts';
import { passageOrigin } from './origins.ts';
import { PassageWords } from './passage-words.ts';
import { type PhrasePick, pickPhrases } from './phrases.ts';
import { tagText } from './tagger.ts';
import { CaseTable, truecase } from './truecase.ts';
import { centred } from './vectors.ts';

/**
 * Finds phrases and concepts of every body chunk, the names and leading phrases of the book, and its vector.
 *
 * @param chunks in reading order; those outside body sections get no topics
 * @param chunkVectors one unit vector for each chunk; not read for chunks outside body sections
 * @param concepts the shipped vocabulary if left out
 * @throws RangeError if there are not as many vectors as chunks; whatever `embed` throws
 */
export async function extractTopics(
  book: ParsedBook,
  chunks: readonly Chunk[],
  chunkVectors: readonly Float32Array[],
  embed: Embedder,
  concepts?: ConceptSpace,
): Promise<BookTopics> {
  if (chunkVectors.length !== chunks.length) {
    throw new RangeError(`${chunks.length} chunks need as many vectors, not ${chunkVectors.length}`);
  }
  const lexicon = loadLexicon();
  const body = chunks.flatMap((chunk, i) => (book.sections[chunk.sectionIndex]?.kind === 'body' ? [i] : []));
  const passageVectors = body.map((i) => chunkVectors[i]!);
  const reading = readPassages(
    book,
    body.map((i) => chunks[i]!.text),
    lexicon,
  );

  const origin = await passageOrigin(passageVectors, embed);
  const passages = passageVectors.map((vector) => centred(vector, origin));
  const space = concepts ?? (await conceptSpaceFor(embed));
  const sections = body.map((i) => chunks[i]!.sectionIndex);
  const links = linkConcepts(passages, sections, reading.words, space);
  const phrases = await pickPhrases(reading.candidates, passages, space.labelOrigin, lexicon, embed);

  const collector = new TopicCollector(space);
  const chunkTopics: ChunkTopics[] = body.map((chunk, i) => ({
    chunk,
    topics: [
      ...links[i]!.map((link) => collector.addConcept(link)),
      ...phrases[i]!.map((pick) => collector.addPhrase(pick)),
    ],
  }));
  collector.addNames(reading.names);

  const leading = await bookPhrases(
    {
      subjects: subjectPhrases(book.subjects),
      description: descriptionPhrases(book.description, reading.caseTable, lexicon),
      concepts: conceptShares(links, space),
      text: leadingPhrases(phrases),
    },
    embed,
  );
  const vector = await bookVector(
    book,
    leading.slice(0, 10).map((phrase) => phrase.label),
    passageVectors,
    embed,
  );
  return { topics: collector.topics, chunks: chunkTopics, phrases: leading, vector };
}

interface Reading {
  caseTable: CaseTable;
  candidates: CandidateTable;
  names: NameTable;
  words: PassageWords;
}

/** One pass over the text: case, tags, candidates, names and stems. */
export function readPassages(book: ParsedBook, texts: readonly string[], lexicon: Lexicon): Reading {
  const caseTable = new CaseTable(lexicon);
  for (const section of book.sections) {
    if (section.kind !== 'body') continue;
    for (const block of section.blocks) if (block.type !== 'heading') caseTable.add(block.text);
  }
  const reading: Reading = {
    caseTable,
    candidates: new CandidateTable(),
    names: new NameTable(lexicon),
    words: new PassageWords(),
  };
  for (const text of texts) {
    const tokens = tagText(truecase(text, caseTable), lexicon);
    reading.candidates.addPassage(findCandidates(tokens, lexicon));
    reading.names.add(tokens);
    reading.words.addPassage(tokens);
  }
  return reading;
}

/** Gives each topic its place in the book's list, in order of first appearance. */
class TopicCollector {
  readonly topics: BookTopic[] = [];
  readonly #places = new Map<string, number>();
  readonly #space: ConceptSpace;

  constructor(space: ConceptSpace) {
    this.#space = space;
  }

  addConcept({ concept, score }: ConceptLink): { topic: number; score: number } {
    const { name, aliases, domain } = this.#space.concepts[concept]!;
    const topic = this.#place({
      label: name,
      key: name.toLowerCase(),
      kind: 'concept',
      vector: this.#space.vectors[concept]!,
      aliases: [...aliases],
      domain,
      count: 0,
      nameKind: '',
    });
    return { topic, score };
  }

  addPhrase({ key, label, vector, score }: PhrasePick): { topic: number; score: number } {
    const topic = this.#place({
      label,
      key,
      kind: 'phrase',
      vector,
      aliases: [],
      domain: '',
      count: 0,
      nameKind: '',
    });
    return { topic, score };
  }

  addNames(names: NameTable): void {
    for (const { label, kind, count } of names.names()) {
      this.#place({
        label,
        key: label.toLowerCase(),
        kind: 'name',
        vector: undefined,
        aliases: [],
        domain: '',
        count,
        nameKind: kind,
      });
    }
  }

  #place(topic: BookTopic): number {
    const id = `${topic.kind} ${topic.key}`;
    let place = this.#places.get(id);
    if (place === undefined) {
      place = this.topics.length;
      this.#places.set(id, place);
      this.topics.push(topic);
    }
    return place;
  }
}

/** Concepts by the sum of their scores over the book, with their share of its passages. */
function conceptShares(links: readonly (readonly ConceptLink[])[], space: ConceptSpace) {
  const sums = new Map<number, { count: number; score: number }>();
  for (const { concept, score } of links.flat()) {
    const sum = sums.get(concept) ?? { count: 0, score: 0 };
    sums.set(concept, { count: sum.count + 1, score: sum.score + score });
  }
  return [...sums]
    .filter(([, { count }]) => count > 1)
    .sort(([a, m], [b, n]) => n.score - m.score || a - b)
    .map(([concept, { count }]) => ({ label: space.concepts[concept]!.name, share: count / links.length }));
}

/** Phrases by the sum of their scores over the book, rare words before common ones; the first has weight 1. */
function leadingPhrases(picks: readonly (readonly PhrasePick[])[]) {
  const sums = new Map<string, { label: string; sum: number }>();
  for (const { key, label, score, rarity } of picks.flat()) {
    const present = sums.get(key);
    if (present === undefined) sums.set(key, { label, sum: score * rarity });
    else present.sum += score * rarity;
  }
  const sorted = [...sums.values()].sort((a, b) => b.sum - a.sum || (a.label < b.label ? -1 : 1));
  const most = sorted[0]?.sum ?? 1;
  return sorted.map(({ label, sum }) => ({ label, weight: sum / most }));
}
