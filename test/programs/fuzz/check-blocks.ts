/** What every reader promises of the blocks it makes. */
import { BookFileError } from '@libtrails/indexer/formats/errors';
import type { Content } from '@libtrails/indexer/formats/text/content-block';

/** What no block may hold: controls but the line end of verse, and the marks that the builder uses inside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufdd0\ufdd1]/;

/** @throws Error if a promise is broken */
export function checkBlocks(blocks: readonly { text: string }[]): void {
  for (const { text } of blocks) {
    if (text.trim() === '') throw new Error('an empty block');
    if (FORBIDDEN.test(text)) throw new Error(`a forbidden character in ${JSON.stringify(text)}`);
  }
}

/** Runs a reader: a refusal is a right answer. @throws Error if a promise is broken */
export function checkContent(read: () => Content): void {
  let content: Content;
  try {
    content = read();
  } catch (error) {
    if (error instanceof BookFileError) return;
    throw error;
  }
  checkBlocks(content.blocks);
  for (const place of content.anchors.values())
    if (place > content.blocks.length) throw new Error('an anchor beyond the end');
}
