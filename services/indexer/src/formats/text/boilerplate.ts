/** Project Gutenberg puts header and licence inside the text; this finds where the work itself stands. */
import { countWords } from './plain-text.ts';

const START = /\*\s?\*\s?\*\s*START OF (?:THE|THIS) PROJECT GUTENBERG|\*END\*? ?THE SMALL PRINT/i;
const END =
  /\*\s?\*\s?\*\s*END OF (?:THE|THIS) PROJECT GUTENBERG|^\W*END OF (?:THE |THIS )?PROJECT GUTENBERG/i;
/** "Produced by …" stands right after the start. */
const CREDIT =
  /^(?:(?:html (?:version|file) )?produced|prepared|transcribed|e-?text (?:prepared|produced)|this e-?(?:book|text) was produced)\b/i;
const CREDIT_BLOCKS = 3;
/** Header and licence have about 300 and 3,000 words; a longer "licence" is a text that quotes the words. */
const MAX_HEADER_WORDS = 3_000;
const MAX_LICENCE_WORDS = 8_000;

/** Half-open range of the blocks that are the work; all of them if there is no boilerplate. */
export function workRange(blocks: readonly { text: string }[]): { start: number; end: number } {
  let start = 0;
  let words = 0;
  for (const [i, { text }] of blocks.entries()) {
    words += countWords(text);
    if (words > MAX_HEADER_WORDS) break;
    if (START.test(text)) start = i + 1;
  }
  if (start > 0) {
    for (let n = 0; n < CREDIT_BLOCKS && CREDIT.test(blocks[start]?.text ?? ''); n++) start++;
  }
  let end = blocks.length;
  words = 0;
  for (let i = blocks.length - 1; i >= start; i--) {
    words += countWords(blocks[i]!.text);
    if (words > MAX_LICENCE_WORDS) break;
    if (END.test(blocks[i]!.text)) end = i;
  }
  return { start, end };
}
