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

/** Texts and UTF-16 units tokenised at a time: an encoding takes about a hundred times its text. */
const BATCH_TEXTS = 256;
const BATCH_UNITS = 65_536;

/** Opens tokenizer.json; throws with the path if it is missing. */
export function openTokenCounter(path: string = modelPaths().tokenizer): TokenCounter {
  const tokenizer = Tokenizer.fromFile(path);
  tokenizer.disableTruncation();
  tokenizer.disablePadding();
  return async (texts) => {
    const counts: number[] = [];
    for (let i = 0; i < texts.length; ) {
      const from = i;
      let units = 0;
      do units += texts[i++]!.length;
      while (i < texts.length && i - from < BATCH_TEXTS && units + texts[i]!.length <= BATCH_UNITS);
      const encodings = await tokenizer.encodeBatch(texts.slice(from, i), { addSpecialTokens: false });
      for (const encoding of encodings) counts.push(encoding.getLength());
    }
    return counts;
  };
}
