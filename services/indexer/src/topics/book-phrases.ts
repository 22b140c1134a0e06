/** The few phrases that represent a whole book. */
import type { BookPhrase, Embedder } from '../book.ts';
import { findCandidates } from './candidates.ts';
import type { Lexicon } from './lexicon.ts';
import { tagText } from './tagger.ts';
import { type CaseTable, truecase } from './truecase.ts';
import { BOOK_TALK } from './word-lists.ts';

/** Book phrases at most. */
export const MAX_BOOK_PHRASES = 25;

/** Weights by origin: subjects are chosen by a cataloguer, phrases of the text by counting. */
const SUBJECT_WEIGHT = 1;
const CONCEPT_WEIGHT = 0.9;
const TEXT_PHRASE_WEIGHT = 0.7;
const DESCRIPTION_WEIGHT = 0.5;

/** Parts of subject headings that name a form, not a subject. */
const FORM_PART =
  /^(?:early works to|fiction|juvenile|drama|poetry|history|stories|novel|novels|literature|literary|biography|translations?|social life and customs|description and travel|english|american|french|russian|great britain|united states|england|france|russia|general|classics?|in literature|united states history|criticism|juvenile fiction|correspondence|anecdotes|\d{3,4}|.*\bcentury)\b.*$/i;
const GENRE_PART =
  /\b(?:fiction|stories|tales|drama|poetry|comed(?:y|ies)|tragedies|novels?|romances?|essays|literature)$/i;
const DATE_PART = /\b\d{3,4}\b|\bB\.?C\.?\b/;

/** Subjects of a library record as plain phrases: "Whaling -- Fiction" → "Whaling". */
export function subjectPhrases(subjects: readonly string[]): string[] {
  const phrases: string[] = [];
  for (const subject of subjects) {
    const [first = '', ...rest] = subject.split(/\s*(?:--|—|\/|;)\s*/);
    // Names come inverted ("Darwin, Charles, 1809-1882") or with a kind in brackets.
    for (const part of [first, ...rest]) {
      const plain = part
        .replace(/\s*\([^)]*\)\s*/g, ' ')
        .trim()
        .replace(/[.,]+$/, '');
      const inverted = /^[^,]+, [^,]+$/.exec(plain) !== null;
      if (plain.length < 3 || inverted || DATE_PART.test(plain)) continue;
      if (FORM_PART.test(plain) || (GENRE_PART.test(plain) && plain.split(' ').length < 2)) continue;
      if (!phrases.some((phrase) => phrase.toLowerCase() === plain.toLowerCase())) phrases.push(plain);
    }
  }
  return phrases;
}

/** Noun phrases of the description, in order of appearance, each once. */
export function descriptionPhrases(description: string, table: CaseTable, lexicon: Lexicon): string[] {
  const found = new Set<string>();
  for (const candidate of findCandidates(tagText(truecase(description, table), lexicon), lexicon)) {
    if (candidate.shape === 'noun' || candidate.content.some((word) => BOOK_TALK.has(word))) continue;
    found.add(candidate.label);
  }
  return [...found];
}

export interface BookPhraseSources {
  subjects: readonly string[];
  description: readonly string[];
  /** Concepts by share of passages, largest first; share 0..1. */
  concepts: readonly { label: string; share: number }[];
  /** Phrases of the text by their weight in it, largest first; weight 0..1. */
  text: readonly { label: string; weight: number }[];
}

/** Up to 25 phrases, heaviest first, with vectors; labels differ beyond case. */
export async function bookPhrases(sources: BookPhraseSources, embed: Embedder): Promise<BookPhrase[]> {
  const weighted = new Map<string, { label: string; weight: number }>();
  const add = (label: string, weight: number) => {
    const key = label.toLowerCase();
    const present = weighted.get(key);
    // Two sources that agree are worth more than either.
    if (present === undefined) weighted.set(key, { label, weight });
    else present.weight = Math.max(present.weight, weight) + 0.25 * Math.min(present.weight, weight);
  };
  const falling = (place: number, count: number) => 1 - (0.4 * place) / Math.max(1, count);
  sources.subjects.slice(0, 10).forEach((label, i, all) => {
    add(label, SUBJECT_WEIGHT * falling(i, all.length));
  });
  for (const { label, share } of sources.concepts.slice(0, 6))
    add(label, CONCEPT_WEIGHT * (0.6 + 0.4 * share));
  for (const { label, weight } of sources.text.slice(0, 15))
    add(label, TEXT_PHRASE_WEIGHT * (0.5 + 0.5 * weight));
  sources.description.slice(0, 8).forEach((label, i, all) => {
    add(label, DESCRIPTION_WEIGHT * falling(i, all.length));
  });
  const chosen = [...weighted.values()]
    .sort((a, b) => b.weight - a.weight || (a.label < b.label ? -1 : 1))
    .slice(0, MAX_BOOK_PHRASES);
  const vectors = await embed(
    chosen.map((phrase) => phrase.label),
    'LABEL',
  );
  return chosen.map(({ label, weight }, i) => ({ label, weight, vector: vectors[i]! }));
}
