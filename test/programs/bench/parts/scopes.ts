/** The other scopes, related books, and the embedding of a query alone. */

import { type Cost, type Costs, costOf, summariseCosts } from '../processor-time.ts';
import type { Product, Scope } from '../product/stack.ts';
import type { Query } from '../queries/queries.ts';
import type { Reference } from '../reference/process.ts';

export type Scopes = Record<Exclude<Scope, 'BOOKS'>, Costs>;

/** Each scope with queries of its own. */
export async function scopes(
  product: Pick<Product, 'search' | 'pids'>,
  draw: () => readonly Query[],
): Promise<Scopes> {
  const figures: Partial<Scopes> = {};
  for (const scope of ['PASSAGES', 'TOPICS', 'THEMES', 'DOMAINS'] as const) {
    const took: Cost[] = [];
    for (const { text } of draw()) took.push(await costOf(product.pids, () => product.search(text, scope)));
    figures[scope] = summariseCosts(took);
  }
  return figures as Scopes;
}

export interface Related {
  ours: Costs;
  reference: Costs;
  ratio: number;
  processorRatio: number;
}

/** Every book (at most `most`) once on both sides, in turn. */
export async function related(
  product: Pick<Product, 'related' | 'bookIds' | 'pids'>,
  reference: Pick<Reference, 'related' | 'pids'>,
  most = 300,
): Promise<Related> {
  const ids = await product.bookIds();
  const step = Math.max(1, Math.floor(ids.length / most));
  const books = ids.filter((_, i) => i % step === 0).slice(0, most);
  const ours: Cost[] = [];
  const theirs: Cost[] = [];
  for (let from = 0; from < books.length; from += 25) {
    const block = books.slice(from, from + 25);
    for (const book of block) ours.push(await costOf(product.pids, () => product.related(book)));
    for (const book of block) theirs.push(await costOf(reference.pids, () => reference.related(book)));
  }
  const figures = { ours: summariseCosts(ours), reference: summariseCosts(theirs) };
  const ratio = (of: (costs: Costs) => number) =>
    Math.round((of(figures.reference) / of(figures.ours)) * 100) / 100;
  return {
    ...figures,
    ratio: ratio(({ p50 }) => p50),
    processorRatio: ratio((costs) => costs.processor.p50),
  };
}

/** Longest query that is timed alone, in words: with the model's pieces, about 20 tokens. */
const SHORT_QUERY_WORDS = 10;

/** One query at a time through the embedding service, the way retrieval asks for a label. */
export async function embedding(
  product: Pick<Product, 'embed' | 'pids'>,
  queries: readonly Query[],
): Promise<{ label: Costs; query: Costs }> {
  const short = queries.filter(({ text }) => text.split(' ').length <= SHORT_QUERY_WORDS);
  const took = { LABEL: [] as Cost[], QUERY: [] as Cost[] };
  for (const kind of ['LABEL', 'QUERY'] as const) {
    for (const { text } of short) {
      took[kind].push(await costOf(product.pids, () => product.embed(text, kind)));
    }
  }
  return { label: summariseCosts(took.LABEL), query: summariseCosts(took.QUERY) };
}
