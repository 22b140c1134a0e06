/** Which domain a theme belongs to: its nearest concepts vote. */
import { PROFILE } from '@libtrails/models/profile';
import type { ConceptMatch } from './labels.ts';

/** For themes that no concept is near to. */
export const OTHER_DOMAIN = 'Other';
/** The nearest concept must be at least this near, as a cosine. */
const MIN_COSINE = PROFILE.calibration.grouping.domain;
const VOTERS = 5;
/** A concept among the theme's own topics has as many votes. */
const MEMBER_VOTES = 2;

/** The domain's name; ties go to the nearest concept's. */
export function domainOf(matches: readonly ConceptMatch[], domainOfConcept: readonly string[]): string {
  const voters = matches.slice(0, VOTERS);
  if ((voters[0]?.cosine ?? 0) < MIN_COSINE) return OTHER_DOMAIN;
  const votes = new Map<string, number>();
  for (const { concept, cosine, passages } of voters) {
    const domain = domainOfConcept[concept]!;
    const weight = Math.max(0, cosine) ** 2 * (passages > 0 ? MEMBER_VOTES : 1);
    votes.set(domain, (votes.get(domain) ?? 0) + weight);
  }
  let winner = OTHER_DOMAIN;
  let most = 0;
  for (const [domain, weight] of votes) {
    if (weight > most) {
      winner = domain;
      most = weight;
    }
  }
  return winner;
}

/** Names of domains that have themes, the one with most topic occurrences first, "Other" last. */
export function orderDomains(domains: readonly string[], occurrences: readonly number[]): string[] {
  const sums = new Map<string, number>();
  domains.forEach((domain, i) => {
    sums.set(domain, (sums.get(domain) ?? 0) + occurrences[i]!);
  });
  return [...sums]
    .sort(
      ([a, m], [b, n]) =>
        Number(a === OTHER_DOMAIN) - Number(b === OTHER_DOMAIN) || n - m || (a < b ? -1 : 1),
    )
    .map(([domain]) => domain);
}
