/** A topic's other words in one column, as FTS5 indexes them. */

/** Stands in no alias. */
export const ALIAS_SEPARATOR = ' | ';

export function joinAliases(aliases: readonly string[]): string {
  return aliases.join(ALIAS_SEPARATOR);
}

export function splitAliases(column: string): string[] {
  return column === '' ? [] : column.split(ALIAS_SEPARATOR);
}
