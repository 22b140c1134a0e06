/** A passage as sentences, with what makes each fit to begin or to end a quotation. Pure. */
import type { TextRange } from '../passages/highlights.ts';
import { wordsOf } from '../words/words.ts';

/** A typed part of a passage, as the contract's blocks: `start` counts from the passage's first character. */
export interface Part {
  type: string;
  start: number;
  text: string;
}

export interface Sentence extends TextRange {
  words: number;
  /** Sentences of different stretches have a heading, a note or a number between them. */
  stretch: number;
  /** It begins as a sentence begins, or ends as one ends; the rest was cut off or is no sentence. */
  opens: boolean;
  closes: boolean;
  /** First or last of its paragraph. */
  first: boolean;
  last: boolean;
}

/** Parts of a passage that are not quoted. */
const NOT_TEXT = new Set(['heading', 'note', 'caption']);
/** A full stop, question or exclamation mark, of any script, and quotation marks or brackets behind it. */
const ENDS = /[.!?…。！？।؟۔](?:["'”’»›」』)\]]|—(?=["”’»]))*$|—["”’»]$/u;
/** What ends with a full stop and no sentence: titles of persons, initials, "Sect. 201". */
const ABBREVIATION =
  /(?:^|[\s([“‘"'])(?:(?!I\.)\p{Lu}|Mrs?|Ms|Dr|St|MM|Mme|Mlle|Messrs|Esq|Prof|Rev|Hon|Capt|Col|Gen|Lieut|Sect|Vol|Chap|Fig|No|cf|viz|vs|i\.e|e\.g)\.$/u;
/** The number of a section or verse by itself. */
const NUMBER = /^(?:\p{L}+\.?\s+)?(?:\d+|[IVXLCDM]+)[.)\]:]*$/u;
/** A capital letter or one of a script without them, and any quotation marks before it. */
const BEGINS = /^["'“‘«‹„「『¿¡—(]*[\p{Lu}\p{Lt}\p{Lo}]/u;

/**
 * The sentences of a passage's text. Lines that end without a full stop (verse, a colon before speech) belong to
 * the sentence that goes on after them. Headings, notes and captions are left out.
 */
export function sentencesOf(text: string, parts: readonly Part[], language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(supported(language), { granularity: 'sentence' });
  const sentences: Sentence[] = [];
  let stretch = 0;
  let open: Sentence | undefined;
  for (const part of parts) {
    if (NOT_TEXT.has(part.type)) {
      stretch += 1;
      open = undefined;
      continue;
    }
    let first = true;
    for (const { segment, index } of segmenter.segment(part.text)) {
      const trimmed = segment.trim();
      if (trimmed === '') continue;
      const start = part.start + index + segment.indexOf(trimmed);
      const end = start + trimmed.length;
      if (open === undefined) {
        open = {
          start,
          end,
          words: 0,
          stretch,
          opens: BEGINS.test(trimmed),
          closes: false,
          first,
          last: false,
        };
        sentences.push(open);
      }
      open.end = end;
      first = false;
      const said = text.slice(open.start, end);
      if (ABBREVIATION.test(said)) continue;
      if (NUMBER.test(said)) {
        // What follows begins again.
        sentences.pop();
        stretch += 1;
        open = undefined;
        first = true;
        continue;
      }
      open.closes = ENDS.test(said);
      if (open.closes) open = undefined;
    }
    const ended = sentences.at(-1);
    if (ended !== undefined && open === undefined) ended.last = true;
  }
  for (const sentence of sentences) {
    sentence.words = wordsOf(text.slice(sentence.start, sentence.end)).length;
  }
  return sentences;
}

/** Books say anything of their language; a tag that is none is an error to Intl, an unknown one is read as English. */
function supported(language: string): string {
  const tag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : 'en';
  return Intl.Segmenter.supportedLocalesOf(tag)[0] ?? 'en';
}
