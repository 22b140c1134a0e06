/** Keys that books are listed by. */

/** Lower case, without a leading English, French, German or Spanish article. */
export function titleKey(title: string): string {
  const key = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '');
  const bare = key.replace(/^(?:the|an?|le|la|les|l['’]|der|die|das|el|los|las)(?:\s+|(?<=['’]))/u, '');
  return bare === '' ? key : bare;
}

/** Lower case, family name first: "Jane Austen" and "Austen, Jane" both become "austen, jane". */
export function authorKey(authors: readonly string[]): string {
  const name = (authors[0] ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  if (name === '' || name.includes(',')) return name;
  const words = name.split(/\s+/);
  const family = words.pop() as string;
  return words.length === 0 ? family : `${family}, ${words.join(' ')}`;
}
