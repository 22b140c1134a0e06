/** What keeps fragments, archaic filler and furniture of the book out of the topics. */
import { type Lexicon, regularBases } from './lexicon.ts';
import { singular } from './singular.ts';
import type { Token } from './tagger.ts';
import {
  ARCHAIC_WORDS,
  FURNITURE_HEADS,
  GENERIC_HEADS,
  isRomanNumeral,
  PARTICIPLE_NOUNS,
  TITLES,
  WEAK_MODIFIERS,
} from './word-lists.ts';

/** Shortest word that may be a topic by itself, in letters. */
const MIN_LETTERS_ALONE = 3;
/** Commonness from which a noun in -ing is one in its own right ("painting"). */
const FAMILIAR = 3;

/**
 * Whether modifiers and head, the head last, read as a phrase: every word is English, none is archaic, the head is
 * a noun, and no modifier is a plural or a verb (a sign of a wrong tag: "men praise", "despises cards").
 */
export function acceptPhrase(words: readonly Token[], lexicon: Lexicon): boolean {
  const head = words.at(-1);
  if (head === undefined) return false;
  const first = words[0]!.text.toLowerCase();
  if (FURNITURE_HEADS.has(first) || (TITLES.has(first) && words.length > 1)) return false;
  for (const word of words) {
    const lower = word.text.toLowerCase();
    if (lower.length < 2 || ARCHAIC_WORDS.has(lower) || isRomanNumeral(lower)) return false;
    if (word.tag === 'name') {
      if (!lexicon.isCapitalisedWord(lower)) return false;
    } else if (!lexicon.hasForm(lower)) {
      return false;
    }
  }
  // "reality more illiterate", "noble old house": a weak word inside breaks the phrase.
  const weakInside = words.slice(1).some((word) => word.tag === 'adjective' && WEAK_MODIFIERS.has(word.text));
  if (weakInside && !lexicon.isNoun(words.map((word) => word.text.toLowerCase()).join(' '))) return false;
  return (
    acceptHead(head, words.length, lexicon) &&
    words.slice(0, -1).every((word) => acceptModifier(word, lexicon))
  );
}

function acceptHead(head: Token, length: number, lexicon: Lexicon): boolean {
  const lower = head.text.toLowerCase();
  const base = singular(lower, lexicon);
  if (!lexicon.isNoun(base) && !PARTICIPLE_NOUNS.has(lower)) {
    return head.tag === 'name' && lexicon.isCapitalisedWord(lower);
  }
  // "death snatches": a verb in the third person.
  const plural = lower.endsWith('s') && base !== lower;
  if (length > 1) return !(plural && lexicon.isVerb(base) && !lexicon.isMostlyNoun(base));
  if (lower.length < MIN_LETTERS_ALONE || WEAK_MODIFIERS.has(lower)) return false;
  if (PARTICIPLE_NOUNS.has(lower)) return true;
  if (/ed$/.test(lower) && (lexicon.isAdjective(lower) || isVerbForm(lower, lexicon))) return false;
  if (/ing$/.test(lower) && isVerbForm(lower, lexicon) && lexicon.commonness(lower) < FAMILIAR) return false;
  return lexicon.isMostlyNoun(base) && !lexicon.isAdverb(base);
}

function isVerbForm(word: string, lexicon: Lexicon): boolean {
  return regularBases(word).some((base) => lexicon.isVerb(base));
}

function acceptModifier(word: Token, lexicon: Lexicon): boolean {
  const lower = word.text.toLowerCase();
  if (word.tag === 'name') return true;
  if (lexicon.isOnlyVerb(lower)) return false;
  if (word.tag === 'noun') {
    const base = singular(lower, lexicon);
    if (base !== lower || !lexicon.isNoun(base)) return false;
    return !GENERIC_HEADS.has(base);
  }
  if (/(?:ed|ing)$/.test(lower)) return true;
  return (
    lexicon.isAdjective(lower) ||
    lexicon.isNoun(lower) ||
    (/(?:er|est)$/.test(lower) && lexicon.hasForm(lower))
  );
}
