/** Which themes invite a first search. Pure. */
import type { Theme } from '../model.ts';

/** Up to `n` themes in their order, each from another domain; composed labels ("rope · knot") read like no question. */
export function exampleThemes(themes: readonly Theme[], n: number): Theme[] {
  const domains = new Set<number>();
  const chosen: Theme[] = [];
  for (const theme of themes) {
    const domain = theme.domain?.id ?? 0;
    if (chosen.length === n) break;
    if (domains.has(domain) || theme.label.includes('·')) continue;
    domains.add(domain);
    chosen.push(theme);
  }
  return chosen;
}
