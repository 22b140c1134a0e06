/** Words with their part of speech, from wink-nlp, corrected by case and lexicon. */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Lexicon } from './lexicon.ts';
import { isRomanNumeral, TITLES } from './word-lists.ts';

/** The tags that matter here: `other` is any other word, `break` punctuation and what is no word. */
export type Tag =
  | 'noun'
  | 'adjective'
  | 'name'
  | 'determiner'
  | 'preposition'
  | 'verb'
  | 'of'
  | 'number'
  | 'possessive'
  | 'other'
  | 'break';

export interface Token {
  /** As truecased: only names have a capital. */
  text: string;
  tag: Tag;
}

// Sentence ends are seen as punctuation tokens, so the tagger is all that is needed.
const nlp = winkNLP(model, ['pos']);
const its = nlp.its;

/** More letters in a row are no word; the tagger takes time by the square of their number. */
const NO_WORD = /(?<![\p{L}\p{M}\p{N}'’])[\p{L}\p{M}\p{N}'’]{101,}/gu;

/** The tokenizer also takes the square of the length of a text without spaces. No language with spaces has so long ones. */
const NO_SPACES = /\S{401,}/gu;
/** Ends after a word, so that no word is cut. */
const PIECE = /.{400}[\p{L}\p{M}\p{N}'’]*/gsu;

/** Tags truecased text (about 1 ms for 1,000 words). */
export function tagText(text: string, lexicon: Lexicon): Token[] {
  const words = text.replaceAll(NO_WORD, ' ').replaceAll(NO_SPACES, (run) => run.replaceAll(PIECE, '$& '));
  const tokens = nlp.readDoc(words).tokens();
  const values = tokens.out();
  const tags = tokens.out(its.pos);
  const result: Token[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? '';
    result.push({ text: value, tag: tagOf(value, tags[i] ?? 'X', lexicon) });
  }
  mendParticiples(result, lexicon);
  return result;
}

function tagOf(value: string, tag: string, lexicon: Lexicon): Tag {
  if (value === "'s" || value === "'") return 'possessive';
  const lower = value.toLowerCase();
  if (lower === 'of') return 'of';
  // "Mr." and "M." come with their dot.
  if (value.endsWith('.') && value !== lower && TITLES.has(lower.slice(0, -1))) return 'name';
  if (tag === 'PUNCT' || tag === 'SPACE' || !/^\p{L}[\p{L}\p{M}-]*$/u.test(value))
    return tag === 'NUM' ? 'number' : 'break';
  if (isRomanNumeral(lower)) return 'break';
  // After truecasing a capital is a name, whatever the tagger thinks; "I" is none.
  if (value !== lower) return value.length === 1 ? 'other' : 'name';
  switch (tag) {
    case 'NOUN':
    case 'PROPN':
      return lexicon.isNoun(lower) || !lexicon.isAdjective(lower) ? 'noun' : 'adjective';
    case 'ADJ':
      return 'adjective';
    case 'DET':
      return 'determiner';
    case 'ADP':
      return 'preposition';
    case 'VERB':
      return 'verb';
    case 'NUM':
      return 'number';
    default:
      return 'other';
  }
}

/** "a whaling voyage", "the modified descendants": a participle between determiner and noun modifies it. */
function mendParticiples(tokens: Token[], lexicon: Lexicon): void {
  for (let i = 1; i + 1 < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.tag !== 'verb' || tokens[i + 1]!.tag !== 'noun') continue;
    const previous = tokens[i - 1]!;
    const modifies = previous.tag === 'adjective' || lexicon.isAdjective(previous.text);
    const before = modifies ? 'adjective' : previous.tag;
    if (before !== 'determiner' && before !== 'adjective' && before !== 'of' && before !== 'preposition')
      continue;
    if (/ing$/.test(token.text) && before !== 'preposition' && before !== 'of') token.tag = 'adjective';
    else if (/(?:ing|ed|en)$/.test(token.text) && lexicon.isAdjective(token.text)) token.tag = 'adjective';
    else if (/ing$/.test(token.text) && lexicon.isNoun(token.text) && before === 'of') token.tag = 'noun';
  }
}
