/** Which texts the embedding model can read, by their script. */
import { PROFILE } from '@libtrails/models/profile';

/** Scripts that stand for several in ISO 15924. */
const COMBINED: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
};
/** Share of a text's letters that must be of a known script. */
const KNOWN_SHARE = 0.5;

/** True if the model was trained on the script that most letters of the text are of; also for a text without letters. */
export function isReadable(text: string, languages: readonly string[] = PROFILE.languages): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const scripts = languages.flatMap((language) => {
    const script = new Intl.Locale(language).maximize().script ?? 'Latn';
    return COMBINED[script] ?? [script];
  });
  const known = new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u');
  return letters.filter((letter) => known.test(letter)).length >= KNOWN_SHARE * letters.length;
}
