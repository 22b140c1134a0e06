/** Sentences as readers quote them: as they stand, with one word wrong, with a slip of the finger. Pure. */

/** A shorter sentence ("He said nothing.") is in many books; a longer one nobody types. In words. */
const MIN_WORDS = 7;
const MAX_WORDS = 45;
/** Letters of a word from which on a slip is made in it. */
const MIN_SLIP_LETTERS = 4;

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The sentences of a paragraph that are long enough to be quoted, each in one line. */
export function quotableSentences(paragraph: string): string[] {
  const line = paragraph.replace(/\s+/gu, ' ').trim();
  return [...SENTENCES.segment(line)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => {
      const words = sentence.match(WORD)?.length ?? 0;
      return words >= MIN_WORDS && words <= MAX_WORDS;
    });
}

export type Random = () => number;

const drawn = <T>(some: readonly T[], random: Random): T => some[Math.floor(random() * some.length)]!;

/** The sentence with one word, whichever, replaced by another one. */
export function withOneWordChanged(sentence: string, others: readonly string[], random: Random): string {
  const word = drawn([...sentence.matchAll(WORD)], random);
  const different = others.filter((other) => other.toLowerCase() !== word[0].toLowerCase());
  return replaced(sentence, word, drawn(different, random));
}

/** The sentence with two neighbouring letters of one word swapped, or one letter lost. */
export function withOneSlip(sentence: string, random: Random): string {
  const long = [...sentence.matchAll(WORD)].filter(([word]) => word.length >= MIN_SLIP_LETTERS);
  if (long.length === 0) return sentence;
  const word = drawn(long, random);
  const [text] = word;
  const at = 1 + Math.floor(random() * (text.length - 2));
  const swapped = `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
  const lost = text.slice(0, at) + text.slice(at + 1);
  return replaced(sentence, word, random() < 0.5 && swapped !== text ? swapped : lost);
}

function replaced(sentence: string, word: RegExpExecArray, by: string): string {
  return sentence.slice(0, word.index) + by + sentence.slice(word.index + word[0].length);
}

/** True if the text holds the sentence, whatever its case and punctuation. */
export function holds(text: string, sentence: string): boolean {
  return ` ${plain(text)} `.includes(` ${plain(sentence)} `);
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';
