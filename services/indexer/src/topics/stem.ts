/** The Porter stemmer of wink's model, loaded without the rest of the model. */
import porterStem from 'wink-eng-lite-web-model/dist/porter-stemmer.js';

/** The stem under which forms of a word meet: "whaling" and "whales" have the same. Case does not matter. */
export function stem(word: string): string {
  return porterStem(word.toLowerCase());
}
