/** The other scopes, related books, and the embedding of a query alone. */
import type { Product, Scope } from '../product/stack.ts';
import type { Query } from '../queries/queries.ts';
import type { Reference } from '../reference/process.ts';
import { type Summary, summarise } from '../stats.ts';

export type Scopes = Record<Exclude<Scope, 'BOOKS'>, Summary>;

/** Each scope with queries of its own. */
export async function scopes(
  product: Pick<Product, 'search'>,
  draw: () => readonly Query[],
): Promise<Scopes> {
  const figures: Partial<Scopes> = {};
  for (const scope of ['PASSAGES', 'TOPICS', 'THEMES', 'DOMAINS'] as const) {
    const took: number[] = [];
    for (const { text } of draw()) {
      const started = performance.now();
      await product.search(text, scope);
      took.push(performance.now() - started);
    }
    figures[scope] = summarise(took);
  }
  return figures as Scopes;
}

export interface Related {
  ours: Summary;
  reference: Summary;
  ratio: number;
}

/** Every book (at most `most`) once on both sides, in turn. */
export async function related(
  product: Pick<Product, 'related' | 'bookIds'>,
  reference: Pick<Reference, 'related'>,
  most = 300,
): Promise<Related> {
  const ids = await product.bookIds();
  const step = Math.max(1, Math.floor(ids.length / most));
  const books = ids.filter((_, i) => i % step === 0).slice(0, most);
  const time = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let from = 0; from < books.length; from += 25) {
    const block = books.slice(from, from + 25);
    for (const book of block) ours.push(await time(() => product.related(book)));
    for (const book of block) theirs.push(await time(() => reference.related(book)));
  }
  const figures = { ours: summarise(ours), reference: summarise(theirs) };
  return { ...figures, ratio: Math.round((figures.reference.p50 / figures.ours.p50) * 100) / 100 };
}

/** Longest query that is timed alone, in words: with the model's pieces, about 20 tokens. */
const SHORT_QUERY_WORDS = 10;

/** One query at a time through the embedding service, the way retrieval asks for a label. */
export async function embedding(
  product: Pick<Product, 'embed'>,
  queries: readonly Query[],
): Promise<{ label: Summary; query: Summary }> {
  const short = queries.filter(({ text }) => text.split(' ').length <= SHORT_QUERY_WORDS);
  const took = { LABEL: [] as number[], QUERY: [] as number[] };
  for (const kind of ['LABEL', 'QUERY'] as const) {
    for (const { text } of short) {
      const started = performance.now();
      await product.embed(text, kind);
      took[kind].push(performance.now() - started);
    }
  }
  return { label: summarise(took.LABEL), query: summarise(took.QUERY) };
}
