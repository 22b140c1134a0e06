/** What a case's expected.json says must hold. */

export interface Case {
  /** Name of the folder. */
  name: string;
  /** Path of the folder. */
  folder: string;
  kind: string;
  /** Of searches and sorted lists. */
  query?: string;
  mode?: string;
  /** Of folders: sentences and commands for a shell. */
  setup?: string;
  expected: unknown;
}

/** What differs from what is expected; nothing if the case passes. */
export type Differences = string[];

/** "title is …, expected …" where two values differ as JSON. */
export function differs(what: string, actual: unknown, expected: unknown): Differences {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  return is === wanted ? [] : [`${what} is ${is}, expected ${wanted}`];
}
