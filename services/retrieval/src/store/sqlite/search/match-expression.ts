/** Terms as an FTS5 MATCH expression. */
import type { QueryTerm, WantedTerm } from '../../text-search.ts';

/** Empty if there are no terms. Required terms only narrow: all of them add to the rank. */
export function matchExpression(terms: readonly WantedTerm[]): string {
  const required = terms.filter((term) => term.required).map(({ term }) => quote(term));
  const all = terms.map(({ term }) => quote(term));
  if (required.length === all.length) return all.join(' AND ');
  const any = all.join(' OR ');
  return required.length === 0 ? any : `${required.join(' AND ')} AND (${any})`;
}

/** Tokens hold letters and digits only, so nothing in them can end the quotation. */
export function quote({ tokens, prefix, completions, joined }: QueryTerm): string {
  const forms = [
    `"${tokens.join(' ')}"${prefix ? '*' : ''}`,
    ...completions.map((stem) => `"${stem}"`),
    ...(joined === undefined ? [] : [`"${joined.folded}"`]),
  ];
  return forms.length === 1 ? forms[0]! : `(${forms.join(' OR ')})`;
}
