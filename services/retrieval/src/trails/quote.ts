/** The part of a passage that a trail quotes: a few whole sentences that can be read by themselves. Pure. */
import { highlights, type TextRange } from '../passages/highlights.ts';
import { parseQuery } from '../signals/fts-query.ts';
import { STOP_WORDS } from '../signals/stop-words.ts';
import { wordsOf } from '../words/words.ts';
import { type Part, type Sentence, sentencesOf } from './sentences.ts';

export interface Quotable {
  text: string;
  /** Typed blocks of the text. */
  parts: readonly Part[];
  /** BCP 47 tag of the book. */
  language: string;
}

/** What a quotation shall say. */
export interface Wanted {
  /** The reader's words. */
  asked: readonly string[];
  /** Labels of the topics that link the step to its neighbours. */
  reasons: readonly string[];
  /** Texts of the neighbours: words said by both lead from one to the other. */
  around: readonly string[];
}

export interface Quote {
  /** Half-open UTF-16 range of the text. */
  range: TextRange;
  /** Whether it begins and ends with whole sentences and is neither too long nor too short to be quoted. */
  readable: boolean;
}

/** Words of a quotation: enough to be understood, few enough that a dozen of them are read to the end. */
const GOOD_WORDS = { least: 25, most: 70 };
const MOST_WORDS = 120;
const LEAST_WORDS = 8;
/** What one word too many or too few costs. */
const WORD_TOO_MANY = 1 / 20;
const WORD_TOO_FEW = 1 / 8;
/** Different words beyond these add nothing: a list of catchwords is no quotation. */
const ASKED = { most: 3, worth: 2 };
const REASONS = { most: 3, worth: 0.75 };
const ECHOES = { most: 5, worth: 0.1 };
const PARAGRAPH_BEGINS = 0.5;
const PARAGRAPH_ENDS = 0.25;
const POINTS_BACK = 1;
const WITHIN_SPEECH = 1.5;
const SPEECH_GOES_ON = 0.5;
const BRACKETS = 1;
const FIGURES = 1;

/** Words that lean on a sentence before them. Other languages go without this. */
const POINTS_BACK_WORDS = new Set(
  (
    'again also and but for hence hereby however moreover nevertheless nor now or otherwise secondly so still then thence ' +
    'therefore thirdly thus too whereby wherefore whereupon yet he her him his it its she such that their them ' +
    'these they this those'
  ).split(' '),
);

/**
 * Of all runs of whole sentences, the one that says most of what is wanted, at a length that is good to read, without
 * leaning on what stood before it; the earlier among equals.
 */
export function quoteOf({ text, parts, language }: Quotable, { asked, reasons, around }: Wanted): Quote {
  const sentences = sentencesOf(text, parts, language);
  const said = [
    { ...ASKED, marks: highlights(text, parseQuery(asked.join(' '))) },
    { ...REASONS, marks: highlights(text, parseQuery(reasons.join(' '))) },
    { ...ECHOES, marks: echoesOf(text, around) },
  ];
  let best: { range: TextRange; words: number; score: number } | undefined;
  for (const [i, from] of sentences.entries()) {
    if (!from.opens) continue;
    let words = 0;
    for (const last of sentences.slice(i)) {
      words += last.words;
      if (last.stretch !== from.stretch || (words > MOST_WORDS && last !== from)) break;
      if (!last.closes) continue;
      const range = { start: from.start, end: last.end };
      const score =
        said.reduce(
          (sum, { marks, most, worth }) => sum + worth * Math.min(most, saysOf(text, range, marks)),
          0,
        ) +
        lengthOf(words) +
        standingOf(text.slice(range.start, range.end), from, last, language);
      if (best === undefined || score > best.score) best = { range, words, score };
    }
  }
  if (best === undefined) return { range: { start: 0, end: text.length }, readable: false };
  return { range: best.range, readable: best.words >= LEAST_WORDS && best.words <= MOST_WORDS };
}

/** Different marked words in a range. */
function saysOf(text: string, { start, end }: TextRange, marks: readonly TextRange[]): number {
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  return new Set(inside.map((mark) => text.slice(mark.start, mark.end).toLowerCase())).size;
}

/** Words of the text that its neighbours say too. */
function echoesOf(text: string, around: readonly string[]): TextRange[] {
  const stems = new Set(around.flatMap((other) => wordsOf(other).map(({ stem }) => stem)));
  return wordsOf(text).filter(({ folded, stem }) => stems.has(stem) && !STOP_WORDS.has(folded));
}

function lengthOf(words: number): number {
  if (words > GOOD_WORDS.most) return -WORD_TOO_MANY * (words - GOOD_WORDS.most);
  return -WORD_TOO_FEW * Math.max(0, GOOD_WORDS.least - words);
}

/** How well a quotation stands by itself. */
function standingOf(quote: string, from: Sentence, last: Sentence, language: string): number {
  const [opening] = wordsOf(quote.slice(0, 40));
  const pointsBack =
    /^(?:en\b|$)/i.test(language) && opening !== undefined && POINTS_BACK_WORDS.has(opening.folded);
  const speech = speechOf(quote);
  return (
    (from.first ? PARAGRAPH_BEGINS : 0) +
    (last.last ? PARAGRAPH_ENDS : 0) -
    (pointsBack ? POINTS_BACK : 0) -
    (speech.before ? WITHIN_SPEECH : 0) -
    (speech.after ? SPEECH_GOES_ON : 0) -
    (/[[\]]/.test(quote) || count(quote, '(') !== count(quote, ')') ? BRACKETS : 0) -
    ((quote.match(/\d[\d,.]+/g)?.length ?? 0) > 1 ? FIGURES : 0)
  );
}

const count = (text: string, mark: string) => text.split(mark).length - 1;

/** Whether speech was going on before a text began, or goes on after it ends, by its quotation marks. */
function speechOf(text: string): { before: boolean; after: boolean } {
  let depth = 0;
  let before = false;
  for (const [mark] of text.matchAll(/[“”]/g)) {
    // A paragraph of a longer speech opens it again without closing it.
    depth = mark === '“' ? 1 : depth - 1;
    before ||= depth < 0;
    depth = Math.max(0, depth);
  }
  return { before, after: depth > 0 };
}
