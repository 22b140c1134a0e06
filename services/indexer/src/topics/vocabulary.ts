/** The concept vocabulary as one list: a concept is known by its place in it. */
import { type Domain, loadVocabulary } from '../../vocabulary/load.ts';

export interface Concept {
  name: string;
  /** Other words for it, without the name itself. */
  aliases: readonly string[];
  domain: string;
}

export interface Vocabulary {
  /** In the order of the domains and within them. */
  concepts: readonly Concept[];
  /** Names of the domains, in order. */
  domains: readonly string[];
}

/** Joins the concepts of all domains. */
export function joinDomains(domains: readonly Domain[]): Vocabulary {
  return {
    concepts: domains.flatMap((domain) =>
      domain.concepts.map(({ name, aliases }) => ({ name, aliases, domain: domain.name })),
    ),
    domains: domains.map((domain) => domain.name),
  };
}

let shipped: Vocabulary | undefined;

/** The shipped vocabulary, read once. */
export function shippedVocabulary(): Vocabulary {
  shipped ??= joinDomains(loadVocabulary());
  return shipped;
}
