/** What the beginning of an English word may be the beginning of, where its stem is shorter than the beginning. */
import { porterStem } from './porter.ts';

/** Endings that Porter's stemmer removes or changes, in the forms that words have. */
const ENDINGS = [
  ...['s', 'es', 'ed', 'ing', 'ings', 'er', 'ers', 'ly', 'y', 'ies', 'ied', 'ional', 'ation', 'ations'],
  ...['ational', 'ative', 'atives', 'ator', 'ators', 'ment', 'ments', 'ement', 'ness', 'nesses', 'fulness'],
  ...['iveness', 'ousness', 'ity', 'ities', 'ality', 'alities', 'ivity', 'ivities', 'ability', 'abilities'],
  ...[
    'ibility',
    'ibilities',
    'icity',
    'icities',
    'ization',
    'izations',
    'isation',
    'isations',
    'ize',
    'izes',
  ],
  ...[
    'ized',
    'izing',
    'izer',
    'alism',
    'alist',
    'alists',
    'alize',
    'alized',
    'alizes',
    'alizing',
    'alization',
  ],
  ...['ism', 'isms', 'ance', 'ances', 'ence', 'ences', 'ancy', 'ency', 'ant', 'ent', 'able', 'ible', 'ably'],
  ...[
    'ical',
    'ically',
    'icate',
    'icated',
    'ful',
    'fully',
    'ous',
    'ously',
    'ive',
    'ively',
    'ion',
    'ions',
    'ional',
  ],
  ...['ology', 'ologies', 'ological', 'ologist', 'ologists'],
] as const;

/**
 * Stems of words that begin so but whose stem does not: "universit" → "univers". Each is the stem of the beginning
 * with an ending that it stands within completed; many are of no word, so ask which are known.
 */
export function stemsOfCompletions(beginning: string): string[] {
  const stems = new Set<string>();
  for (const ending of ENDINGS) {
    for (let begun = 1; begun < ending.length; begun += 1) {
      if (!beginning.endsWith(ending.slice(0, begun))) continue;
      const stem = porterStem(beginning + ending.slice(begun));
      if (!stem.startsWith(beginning)) stems.add(stem);
    }
  }
  return [...stems];
}
