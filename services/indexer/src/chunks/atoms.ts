/** What the chunker may not divide any further: whole blocks, or sentences of a block that is too long. */
import { BLOCK_SEPARATOR, type Block } from '../book.ts';
import { countWords, cutLong, graphemeRanges, type Range, sentenceRanges, wordRanges } from './sentences.ts';
import type { TokenCounter } from './token-counter.ts';

/** How much a break after an atom disturbs the reader. */
export type Seam = 'block' | 'heading' | 'sentence' | 'word';

export interface Atom extends Range {
  /** Place of the block in its section; `start` and `end` count in the section's text. */
  block: number;
  words: number;
  /** Without special tokens. */
  tokens: number;
  /** Is it the first atom of its block? */
  opensBlock: boolean;
  /** What a break after it would separate. */
  seam: Seam;
}

export interface AtomLimits {
  /** Most words and tokens of a block that stays whole. */
  wholeWords: number;
  wholeTokens: number;
  /** Most tokens of an atom, without special tokens. */
  tokens: number;
  /** Most UTF-16 units of an atom. */
  chars: number;
}

/** Longer sentences are cut before they are looked at word by word, in UTF-16 units: that bounds the memory. */
const MAX_SENTENCE = 100_000;
/** Two halves of a word may have a few tokens more when they stand together. */
const CUT_WORD_MARGIN = 4;

/** A section's text: its blocks with a blank line between them. */
export function sectionText(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join(BLOCK_SEPARATOR);
}

/** Divides blocks no further than needed; the atoms hold every word once, in order. */
export async function splitIntoAtoms(
  blocks: readonly Block[],
  language: string,
  limits: AtomLimits,
  count: TokenCounter,
): Promise<Atom[]> {
  const tokens = await countShort(
    blocks.map((block) => block.text),
    limits,
    count,
  );
  const atoms: Atom[] = [];
  let offset = 0;
  for (const [place, block] of blocks.entries()) {
    const whole = { start: 0, end: block.text.length };
    const words = countWords(block.text);
    const seam: Seam = block.type === 'heading' ? 'heading' : 'block';
    const pieces =
      words <= limits.wholeWords && tokens[place]! <= limits.wholeTokens
        ? [{ ...whole, words, tokens: tokens[place]!, seam }]
        : await divide(block.text, language, limits, count, seam);
    for (const [i, piece] of pieces.entries()) {
      const range = { start: piece.start + offset, end: piece.end + offset };
      atoms.push({ ...piece, ...range, block: place, opensBlock: i === 0 });
    }
    offset += block.text.length + BLOCK_SEPARATOR.length;
  }
  return atoms;
}

/** Tokens of each text; infinite for those that are too long anyway, since tokenising takes a hundred times their size. */
async function countShort(
  texts: readonly string[],
  { chars }: AtomLimits,
  count: TokenCounter,
): Promise<number[]> {
  const short = await count(texts.filter((text) => text.length <= chars));
  let next = 0;
  return texts.map((text) => (text.length <= chars ? short[next++]! : Number.POSITIVE_INFINITY));
}

type Piece = Omit<Atom, 'block' | 'opensBlock'>;

/** A long block as sentences, a long sentence as runs of words, a long word as runs of graphemes. */
async function divide(
  text: string,
  language: string,
  limits: AtomLimits,
  count: TokenCounter,
  last: Seam,
): Promise<Piece[]> {
  const sentences = sentenceRanges(text, language).flatMap((range) => cutLong(text, range, MAX_SENTENCE));
  const tokens = await countShort(
    sentences.map((s) => text.slice(s.start, s.end)),
    limits,
    count,
  );
  const pieces: Piece[] = [];
  for (const [i, sentence] of sentences.entries()) {
    const words = countWords(text.slice(sentence.start, sentence.end));
    if (tokens[i]! <= limits.tokens) {
      pieces.push({ ...sentence, words, tokens: tokens[i]!, seam: 'sentence' });
    } else {
      for (const piece of await divideSentence(text, sentence, limits, count)) pieces.push(piece);
      pieces.at(-1)!.seam = 'sentence';
    }
  }
  pieces.at(-1)!.seam = last;
  return pieces;
}

/** Runs of words, about equally long. */
async function divideSentence(
  text: string,
  sentence: Range,
  limits: AtomLimits,
  count: TokenCounter,
): Promise<Piece[]> {
  const maxTokens = limits.tokens;
  const words = wordRanges(text.slice(sentence.start, sentence.end)).map((word) => ({
    start: word.start + sentence.start,
    end: word.end + sentence.start,
  }));
  const units: (Range & { tokens: number; words: number })[] = [];
  const counts = await countShort(
    words.map((word) => text.slice(word.start, word.end)),
    limits,
    count,
  );
  for (const [i, word] of words.entries()) {
    if (counts[i]! <= maxTokens) units.push({ ...word, tokens: counts[i]!, words: 1 });
    else for (const part of await divideWord(text, word, limits, count)) units.push(part);
  }
  const sentenceTokens = units.reduce((sum, unit) => sum + unit.tokens, 0);
  const wanted = sentenceTokens / Math.ceil(sentenceTokens / maxTokens);
  const pieces: Piece[] = [];
  for (const unit of units) {
    const piece = pieces.at(-1);
    if (
      piece !== undefined &&
      piece.tokens < wanted &&
      piece.tokens + unit.tokens <= maxTokens &&
      unit.end - piece.start <= limits.chars
    ) {
      piece.end = unit.end;
      piece.tokens += unit.tokens;
      piece.words += unit.words;
    } else {
      pieces.push({ ...unit, seam: 'word' });
    }
  }
  return pieces;
}

/** Text without spaces, such as Chinese: its first run counts as the word, the others as its continuation. */
async function divideWord(
  text: string,
  word: Range,
  limits: AtomLimits,
  count: TokenCounter,
): Promise<(Range & { tokens: number; words: number })[]> {
  for (let size = limits.tokens; ; size = Math.ceil(size / 2)) {
    const ranges = graphemeRanges(text.slice(word.start, word.end), size).map((r) => ({
      start: r.start + word.start,
      end: r.end + word.start,
    }));
    const counts = await countShort(
      ranges.map((r) => text.slice(r.start, r.end)),
      limits,
      count,
    );
    const tokens = counts.map((n) => n + CUT_WORD_MARGIN);
    if (size === 1 || tokens.every((n) => n <= limits.tokens)) {
      return ranges.map((r, i) => ({ ...r, tokens: tokens[i]!, words: i === 0 ? 1 : 0 }));
    }
  }
}
