/** How near the product's search comes to the same search on exact float32 vectors. */
import { createEmbedder } from '@libtrails/embedding/embedder';
import { createSearch, type Search } from '@libtrails/retrieval/search/search';
import type { EmbedKind, QueryEmbedder } from '@libtrails/retrieval/signals/embedding-port';
import { openLibrary } from '@libtrails/retrieval/store/sqlite/open-library';
import { sqliteStore } from '@libtrails/retrieval/store/sqlite/sqlite-store';
import type { Store } from '@libtrails/retrieval/store/store';
import { VECTOR_KINDS, type VectorKind } from '../libraries/float-rows.ts';
import { withExactScores } from '../product/exact-vectors.ts';
import type { Query } from '../queries/queries.ts';
import { overlap, summarise } from '../stats.ts';

const PATIENCE = { signal: new AbortController().signal, deadline: undefined };
const EMBED_TIMEOUT_MS = 60_000;
/** The kind of query vector that each kind of rows is compared with. */
const COMPARED_WITH: Record<VectorKind, EmbedKind> = {
  topics: 'LABEL',
  phrases: 'LABEL',
  books: 'QUERY',
  chunks: 'QUERY',
};

export interface Fidelity {
  queries: number;
  /** Of the first ten results of a hybrid search: mean share that both have, and of queries with the same ten. */
  fused: Record<'books' | 'passages', { overlapAt10: number; sameTen: number; sameFirst: number }>;
  /** Mean share of the exact nearest that the product's scan finds. */
  recall: Record<VectorKind, { at10: number; at100: number; rows: number }>;
}

/** Runs every query on both; no other process may have the library open. */
export async function fidelity(folder: string, queries: readonly Query[]): Promise<Fidelity> {
  const library = await openLibrary(folder);
  const embedder = await createEmbedder({ cacheSize: 0 });
  try {
    const model = remembering(embedder);
    const store = sqliteStore(library);
    const vectors = store.mirrors;
    const exact = withExactScores(vectors, folder);
    const searchOn = (over: Store) =>
      createSearch({ store: over, embedder: model, embedTimeoutMs: EMBED_TIMEOUT_MS });
    const [ours, ideal] = [searchOn(store), searchOn(sqliteStore(library, exact))];
    const fused: Partial<Fidelity['fused']> = {};
    for (const scope of ['books', 'passages'] as const) {
      fused[scope] = await compare(ours, ideal, scope, queries);
    }
    const recall = Object.fromEntries(
      VECTOR_KINDS.map((kind) => [kind, { at10: 0, at100: 0, rows: vectors[kind].size }]),
    ) as Fidelity['recall'];
    for (const { text } of queries) {
      for (const kind of VECTOR_KINDS) {
        const [vector] = await model.embed([text], COMPARED_WITH[kind], EMBED_TIMEOUT_MS);
        const found = vectors[kind].topK(vector!, 100).ids;
        const wanted = exact[kind].topK(vector!, 100).ids;
        recall[kind].at10 += overlap(wanted.subarray(0, 10), found.subarray(0, 10)) / queries.length;
        recall[kind].at100 += overlap(wanted, found) / queries.length;
      }
    }
    return { queries: queries.length, fused: fused as Fidelity['fused'], recall };
  } finally {
    await library.close();
    await embedder.close();
  }
}

async function compare(
  ours: Search,
  ideal: Search,
  scope: 'books' | 'passages',
  queries: readonly Query[],
): Promise<Fidelity['fused']['books']> {
  const overlaps: number[] = [];
  let sameTen = 0;
  let sameFirst = 0;
  for (const { text } of queries) {
    const tenOf = async (search: Search) => {
      const { results } = await search(
        {
          query: text,
          scope,
          mode: 'hybrid',
          limit: 10,
          offset: 0,
          explain: false,
          signals: undefined,
          bookId: undefined,
        },
        PATIENCE,
      );
      return results.map((r) => (scope === 'books' ? r.book?.id : r.passage?.id) ?? 0);
    };
    const [found, wanted] = [await tenOf(ours), await tenOf(ideal)];
    overlaps.push(overlap(wanted, found));
    if (found.join() === wanted.join()) sameTen += 1;
    if (found[0] === wanted[0]) sameFirst += 1;
  }
  return {
    overlapAt10: summarise(overlaps).mean,
    sameTen: sameTen / queries.length,
    sameFirst: sameFirst / queries.length,
  };
}

/** The model in this process; each text is embedded once. */
function remembering(embedder: Awaited<ReturnType<typeof createEmbedder>>): QueryEmbedder {
  const known = new Map<string, Float32Array>();
  return {
    async embed(texts, kind) {
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        const key = `${kind} ${text}`;
        const vector = known.get(key) ?? (await embedder.embed([text], kind, { interactive: true })).vectors;
        known.set(key, vector);
        vectors.push(vector);
      }
      return vectors;
    },
    fingerprint: () => embedder.info().fingerprint,
  };
}
