/** Counts tokens with the model's own tokenizer, so that no chunk loses its end at the window. */
import { modelPaths } from '@libtrails/models/paths';
import { PROFILE } from '@libtrails/models/profile';
import { Tokenizer } from 'tokenizers';

/** Tokens of each text, without [CLS] and [SEP]. */
export type TokenCounter = (texts: readonly string[]) => Promise<number[]>;

/** [CLS] and [SEP]. */
export const SPECIAL_TOKENS = 2;
/** The model's window in tokens, special tokens included. */
export const WINDOW_TOKENS = PROFILE.maxTokens;

/** Texts tokenised at a time; bounds the memory of the encodings. */
const BATCH = 256;

/** Opens tokenizer.json; throws with the path if it is missing. */
export function openTokenCounter(path: string = modelPaths().tokenizer): TokenCounter {
  const tokenizer = Tokenizer.fromFile(path);
  tokenizer.disableTruncation();
  tokenizer.disablePadding();
  return async (texts) => {
    const counts: number[] = [];
    for (let i = 0; i < texts.length; i += BATCH) {
      const encodings = await tokenizer.encodeBatch(texts.slice(i, i + BATCH), { addSpecialTokens: false });
      for (const encoding of encodings) counts.push(encoding.getLength());
    }
    return counts;
  };
}
