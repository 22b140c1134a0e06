/** Nouns in the form that makes one topic of singular and plural. */
import type { Lexicon } from './lexicon.ts';

const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  geese: 'goose',
  mice: 'mouse',
  lice: 'louse',
  oxen: 'ox',
  brethren: 'brother',
  dice: 'die',
  pence: 'penny',
  phenomena: 'phenomenon',
  criteria: 'criterion',
  strata: 'stratum',
  genera: 'genus',
  larvae: 'larva',
  analyses: 'analysis',
  crises: 'crisis',
  hypotheses: 'hypothesis',
  theses: 'thesis',
  oases: 'oasis',
};

/** Endings of singular nouns that look like plurals. */
const SINGULAR_IN_S = /(?:ss|us|is|ics|ness|ous)$/;
/** Plurals that WordNet lists as words of their own, yet mean just "several of them". */
const PLAIN_PLURALS = new Set([
  'eyes',
  'words',
  'things',
  'days',
  'years',
  'times',
  'legs',
  'hands',
  'parts',
  'steps',
]);

/**
 * The singular of a lowercase noun, or the noun itself where the plural is a word of its own ("manners", "arms",
 * "species") or nothing better is known.
 */
export function singular(noun: string, lexicon: Lexicon): string {
  const irregular = IRREGULAR[noun];
  if (irregular !== undefined) return irregular;
  if (noun.endsWith('men') && lexicon.isNoun(`${noun.slice(0, -3)}man`)) return `${noun.slice(0, -3)}man`;
  if (!noun.endsWith('s') || noun.length < 4 || SINGULAR_IN_S.test(noun)) return noun;
  if (lexicon.isNoun(noun) && !PLAIN_PLURALS.has(noun)) return noun;
  const options: string[] = [];
  if (noun.endsWith('ies')) options.push(`${noun.slice(0, -3)}y`);
  if (noun.endsWith('ves')) options.push(`${noun.slice(0, -3)}f`, `${noun.slice(0, -3)}fe`);
  options.push(noun.slice(0, -1));
  if (/(?:s|x|z|ch|sh|o)es$/.test(noun)) options.push(noun.slice(0, -2));
  return options.find((option) => lexicon.isNoun(option)) ?? noun;
}
