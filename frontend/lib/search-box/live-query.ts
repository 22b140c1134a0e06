/** When typing becomes a search. Pure. */

/** Milliseconds after the last key. */
export const DEBOUNCE_MS = 120;

/** Scripts in which one character is a word. */
const ONE_CHARACTER_WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Two characters, or one where one is a word. */
export function isSearchable(text: string): boolean {
  const query = text.trim();
  return [...query].length >= 2 || ONE_CHARACTER_WORDS.test(query);
}
