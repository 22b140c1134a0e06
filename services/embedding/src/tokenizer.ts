/** Text → token ids, counted before they are cut at the model's window. */
import { Tokenizer } from 'tokenizers';
import type { TokenizedText } from './backends/backend.ts';

export interface Tokenization extends TokenizedText {
  /** Tokens before truncation, [CLS] and [SEP] included. */
  count: number;
}

export interface ModelTokenizer {
  /** Tokenises in the order given; a text longer than the window loses its end, never its [SEP]. */
  encode(texts: readonly string[]): Promise<Tokenization[]>;
}

/**
 * @param path the model's tokenizer.json
 * @param maxTokens the model's window, special tokens included
 */
export function openTokenizer(path: string, maxTokens: number): ModelTokenizer {
  const tokenizer = Tokenizer.fromFile(path);
  // The file may set both; either would hide the length of the text.
  tokenizer.disableTruncation();
  tokenizer.disablePadding();
  const encodeOne = async (text: string): Promise<Tokenization> => {
    const encoding = await tokenizer.encode(text);
    const ids = encoding.getIds();
    if (ids.length <= maxTokens) return { text, ids, count: ids.length };
    const separator = ids.at(-1)!;
    const lastKept = encoding.getOffsets()[maxTokens - 2]!;
    return {
      // Offsets count code points, not UTF-16 units.
      text: Array.from(text).slice(0, lastKept[1]).join(''),
      ids: [...ids.slice(0, maxTokens - 1), separator],
      count: ids.length,
    };
  };
  return { encode: (texts) => Promise.all(texts.map(encodeOne)) };
}
