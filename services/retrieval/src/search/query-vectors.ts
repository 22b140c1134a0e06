/** The reader's query as vectors, or the reason why there are none. */
import { toLibTrailsError } from '@libtrails/common/errors';
import type { Degradation__Out as Degradation } from '@libtrails/proto/types/library/v1/Degradation';
import type { DegradationCode } from '@libtrails/proto/values';
import type { EmbedKind, QueryEmbedder } from '../signals/embedding-port.ts';
import type { Changes } from '../store/change.ts';
import type { TypedQuery } from './query-grammar.ts';
import type { CallContext } from './search-input.ts';

export interface QueryVectors {
  vectors: Partial<Record<EmbedKind, Float32Array>>;
  /** Why kinds are missing; empty if every kind was embedded. */
  degradations: Pick<Degradation, 'code' | 'message'>[];
  /** Milliseconds from asking to the last answer. */
  tookMs: number;
}

/** Kept back of the caller's deadline for what comes after embedding, in milliseconds. */
const RESERVE_MS = 50;

/**
 * Embeds the text in each kind, all at once, within `timeoutMs` or what the caller's deadline leaves.
 * A service that is away, slow, or holds another model than the library was made with gives a reason instead
 * of vectors. A pasted text is embedded once for all kinds: it is dear, and beside so many words the model's instruction
 * for queries weighs little (496 summaries and sentences, 158 of them so long: nDCG@10 .878, each kind by itself .877).
 * @throws LibTrailsError cancelled if the caller went away
 */
export async function embedQuery(
  { text, pasted }: Pick<TypedQuery, 'text' | 'pasted'>,
  kinds: readonly EmbedKind[],
  embedder: QueryEmbedder,
  store: Pick<Changes, 'fingerprint'>,
  timeoutMs: number,
  context: CallContext,
): Promise<QueryVectors> {
  const started = performance.now();
  if (kinds.length === 0 || store.fingerprint() === undefined)
    return { vectors: {}, degradations: [], tookMs: 0 };
  const asked: readonly EmbedKind[] = pasted && kinds.length > 1 ? ['QUERY'] : kinds;
  const left = context.deadline === undefined ? timeoutMs : context.deadline - Date.now() - RESERVE_MS;
  const vectors: QueryVectors['vectors'] = {};
  const reasons = new Map<DegradationCode, string>();
  await Promise.all(
    asked.map(async (kind) => {
      try {
        const [vector] = await embedder.embed(
          [text],
          kind,
          Math.max(1, Math.min(timeoutMs, left)),
          context.signal,
        );
        if (vector !== undefined) vectors[kind] = vector;
      } catch (error) {
        if (context.signal.aborted) throw error;
        const { code, message } = reasonOf(error);
        reasons.set(code, message);
      }
    }),
  );
  if (pasted && vectors.QUERY !== undefined) for (const kind of kinds) vectors[kind] = vectors.QUERY;
  const mismatch = fingerprintMismatch(embedder, store);
  if (mismatch !== undefined && reasons.size === 0) {
    return {
      vectors: {},
      degradations: [{ code: 'model_mismatch', message: mismatch }],
      tookMs: performance.now() - started,
    };
  }
  const degradations = [...reasons].map(([code, message]) => ({ code, message }));
  return { vectors, degradations, tookMs: performance.now() - started };
}

/** What is wrong, and the cure, when library and embedding service hold different vectors; else undefined. */
export function fingerprintMismatch(
  embedder: Pick<QueryEmbedder, 'fingerprint'>,
  store: Pick<Changes, 'fingerprint'>,
): string | undefined {
  const ours = store.fingerprint();
  const theirs = embedder.fingerprint();
  if (ours === undefined || theirs === undefined || ours === theirs) return undefined;
  return (
    `The library's vectors were made with ${ours}, the embedding service runs ${theirs}: search by meaning is off. ` +
    'Start the embedding service with the model of the library, or index the books again.'
  );
}

function reasonOf(error: unknown): Pick<Degradation, 'code' | 'message'> {
  const { code } = toLibTrailsError(error);
  if (code === 'deadline_exceeded') {
    return {
      code: 'embedding_timeout',
      message: 'The embedding service did not answer in time. These are keyword results.',
    };
  }
  if (code === 'resource_exhausted') {
    return {
      code: 'embedding_busy',
      message: 'The embedding service is busy. These are keyword results.',
    };
  }
  return {
    code: 'embedding_unavailable',
    message: 'The embedding service is not available. These are keyword results.',
  };
}
