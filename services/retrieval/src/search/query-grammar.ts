/**
 * What a reader types into the search box. The grammar, whole:
 *
 *     query     = part { space part }
 *     part      = term                      looked for
 *               | "-" term                  passages that hold it are left out
 *               | field ":" term            only books that fit
 *     term      = word | '"' words '"'
 *     field     = "author" | "title" | "in" | "lang" | "page"
 *
 * - `author:austen`: each word begins a word of the author's name. `title:"pride prej"`: the same of the title.
 *   `in:emma`, `in:42`: one book, by its title or its id. `lang:en`: the language, regions included.
 * - `page:12`, `page:xiv`: what stands on a printed page, within one book only (`in:`); elsewhere it is words.
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
  /** Words and quotations, without marks, that may not be in a passage. */
  excluded: readonly string[];
  /** Too long to have been typed. */
  pasted: boolean;
  /** Set if it asks for a page and for no words. */
  pageOnly?: true;
}

const TERM = '(?:["“”„]([^"“”„]+)["“”„]|([^\\s"“”„]+))';
const narrowing = (fields: readonly QueryField[]) =>
  new RegExp(`(?<=^|\\s)(${fields.join('|')}):${TERM}(?=\\s|$)`, 'giu');
const WITHOUT_PAGE = QUERY_FIELDS.filter((field) => field !== 'page');
const EXCLUSION = new RegExp(`(?<=^|\\s)-(?=["“”„\\p{L}\\p{N}])${TERM}(?=\\s|$)`, 'giu');
/** Quotations are not searched for parts: `"so-called -isms"` is what the book says. */
const QUOTED_OR_NOT = /(?<=^|\s)["“„][^"“”„]*["“”„](?=\s|$)|[\s\S]/gu;

/** Words beyond which a text was pasted, not typed: it is taken as it is. */
const MAX_TYPED_WORDS = 32;

/** @param inBook is the search within one book anyway? */
export function parseTypedQuery(query: string, inBook = false): TypedQuery {
  const typed = parse(query, QUERY_FIELDS);
  const isPage = ({ field }: QueryNarrowing) => field === 'page';
  if (!typed.narrowings.some(isPage)) return typed;
  if (inBook || typed.narrowings.some(({ field }) => field === 'in')) return typed;
  return parse(query, WITHOUT_PAGE);
}

function parse(query: string, fields: readonly QueryField[]): TypedQuery {
  if (query.trim().split(/\s+/u).length > MAX_TYPED_WORDS) {
    return { text: query, narrowings: [], excluded: [], pasted: true };
  }
  const narrowings: QueryNarrowing[] = [];
  const excluded: string[] = [];
  const text = outsideQuotations(query, (part) =>
    part
      .replace(narrowing(fields), (_all, field: string, quoted?: string, word?: string) => {
        narrowings.push({ field: field.toLowerCase() as QueryField, value: (quoted ?? word ?? '').trim() });
        return ' ';
      })
      .replace(EXCLUSION, (_all, quoted?: string, word?: string) => {
        excluded.push((quoted ?? word ?? '').trim());
        return ' ';
      }),
  );
  if (/[\p{L}\p{N}]/u.test(text)) {
    const words = text.replace(/\s+/gu, ' ').trim();
    return { text: words, narrowings, excluded, pasted: false };
  }
  // "author:austen" alone asks for what is hers; "-war" alone asks for a word.
  const values = narrowings.map(({ value }) => value).join(' ');
  if (values === '') return { text: query, narrowings: [], excluded: [], pasted: false };
  const hasPage = narrowings.some(({ field }) => field === 'page');
  return { text: values, narrowings, excluded, pasted: false, ...(hasPage && { pageOnly: true }) };
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
