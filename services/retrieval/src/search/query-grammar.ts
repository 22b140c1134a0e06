/**
 * What a reader types into the search box. The grammar, whole:
 *
 *     query     = part { space part }
 *     part      = term                      looked for
 *               | "-" term                  passages that hold it are left out
 *               | field ":" term            only books that fit
 *     term      = word | '"' words '"'
 *     field     = "author" | "title" | "in" | "lang"
 *
 * - `author:austen`: each word begins a word of the author's name. `title:"pride prej"`: the same of the title.
 *   `in:emma`, `in:42`: one book, by its title or its id. `lang:en`: the language, regions included.
 * - The same field twice: either fits. Different fields: all must fit.
 * - Fields may be written in any case; a space may not stand before or after the colon or the minus.
 * - What does not fit the grammar is words: `12:30`, `note: nothing`, `well-being`, `a - b`.
 * - How words and quotations are looked for is the grammar of signals/fts-query.ts.
 *
 * Pure; never throws.
 */

import { QUERY_FIELDS, type QueryField } from '@libtrails/proto/values';

export { QUERY_FIELDS, type QueryField };

export interface QueryNarrowing {
  field: QueryField;
  /** As typed, without quotation marks. */
  value: string;
}

export interface TypedQuery {
  /** What is looked for; never empty if the query was not. */
  text: string;
  narrowings: readonly QueryNarrowing[];
  /** Words and quotations, without marks, that may not stand in a passage. */
  excluded: readonly string[];
  /** Too long to have been typed. */
  pasted: boolean;
}

const TERM = '(?:["“”„]([^"“”„]+)["“”„]|([^\\s"“”„]+))';
const NARROWING = new RegExp(`(?<=^|\\s)(${QUERY_FIELDS.join('|')}):${TERM}(?=\\s|$)`, 'giu');
const EXCLUSION = new RegExp(`(?<=^|\\s)-(?=["“”„\\p{L}\\p{N}])${TERM}(?=\\s|$)`, 'giu');
/** Quotations are not searched for parts: `"so-called -isms"` is what the book says. */
const QUOTED_OR_NOT = /(?<=^|\s)["“„][^"“”„]*["“”„](?=\s|$)|[\s\S]/gu;

/** Words beyond which a text was pasted, not typed: it is taken as it is. */
const MAX_TYPED_WORDS = 32;

export function parseTypedQuery(query: string): TypedQuery {
  if (query.trim().split(/\s+/u).length > MAX_TYPED_WORDS) {
    return { text: query, narrowings: [], excluded: [], pasted: true };
  }
  const narrowings: QueryNarrowing[] = [];
  const excluded: string[] = [];
  const text = outsideQuotations(query, (part) =>
    part
      .replace(NARROWING, (_all, field: string, quoted?: string, word?: string) => {
        narrowings.push({ field: field.toLowerCase() as QueryField, value: (quoted ?? word ?? '').trim() });
        return ' ';
      })
      .replace(EXCLUSION, (_all, quoted?: string, word?: string) => {
        excluded.push((quoted ?? word ?? '').trim());
        return ' ';
      }),
  );
  if (/[\p{L}\p{N}]/u.test(text)) {
    return { text: text.replace(/\s+/gu, ' ').trim(), narrowings, excluded, pasted: false };
  }
  // "author:austen" alone asks for what is hers; "-war" alone asks for a word.
  const values = narrowings.map(({ value }) => value).join(' ');
  if (values === '') return { text: query, narrowings: [], excluded: [], pasted: false };
  return { text: values, narrowings, excluded, pasted: false };
}

/** The text with `change` applied to what stands outside of quotations that are parts by themselves. */
function outsideQuotations(text: string, change: (part: string) => string): string {
  let out = '';
  let plain = '';
  for (const [piece] of text.matchAll(QUOTED_OR_NOT)) {
    if (piece.length === 1) {
      plain += piece;
      continue;
    }
    out += change(plain) + piece;
    plain = '';
  }
  return out + change(plain);
}
