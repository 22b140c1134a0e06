/** The library entry: text in, unit vectors out, in the calling process. The gRPC API is built on it. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Precision } from '@libtrails/models/manifest';
import { modelPaths } from '@libtrails/models/paths';
import { PROFILE, type TextKind } from '@libtrails/models/profile';
import { LRUCache } from 'lru-cache';
import type { Backend, BackendName } from './backends/backend.ts';
import { type BackendSettings, chooseBackend } from './backends/choose.ts';
import { createQueue, type WorkOptions } from './queue.ts';
import { type ModelTokenizer, openTokenizer } from './tokenizer.ts';

/** Kind of a text, as in the contract. The profile has the prefix of each kind. */
export type EmbedKind = TextKind;

/** Most texts in one call, as the contract says. */
export const MAX_TEXTS = 256;
/** Longest accepted text, in UTF-16 units: about forty windows. Longer ones are a mistake of the caller. */
export const MAX_TEXT_UNITS = 100_000;

export interface EmbedderConfig extends Partial<BackendSettings> {
  /** Texts that may wait or run at one time. Default 1024. */
  queueLimit?: number;
  /** Vectors of queries kept; 0 keeps none. Default 1024 (2 MB). */
  cacheSize?: number;
}

export interface EmbedOptions extends Partial<WorkOptions> {}

export interface Embedded {
  /** texts.length × dims, L2 norm 1, in the order of the texts. */
  vectors: Float32Array;
  dims: number;
  fingerprint: string;
  /** Tokens of each text before truncation, prefix, [CLS] and [SEP] included. */
  tokenCounts: number[];
  /** How many texts were truncated. */
  truncated: number;
}

export interface EmbedderInfo {
  model: string;
  precision: Precision;
  dims: number;
  maxTokens: number;
  pooling: string;
  queryInstruction: string;
  fingerprint: string;
  backend: BackendName;
  queueDepth: number;
  queueLimit: number;
  cacheHits: number;
  cacheMisses: number;
  truncatedTotal: number;
  /** Run through the model since start. */
  textsTotal: number;
  tokensTotal: number;
}

export interface Embedder {
  /**
   * Embeds 1 to 256 texts. QUERY is interactive by default, the other kinds are bulk.
   * @throws LibTrailsError invalid_argument, resource_exhausted, cancelled, deadline_exceeded, unavailable
   */
  embed(texts: readonly string[], kind: EmbedKind, options?: EmbedOptions): Promise<Embedded>;
  info(): EmbedderInfo;
  /** Ends the queue and frees the model. */
  close(): Promise<void>;
}

/** Loads the model and warms it up with one text. */
export async function createEmbedder(config: EmbedderConfig = {}): Promise<Embedder> {
  const backend = await chooseBackend(config);
  const tokenizer = openTokenizer(modelPaths(config.modelsDir).tokenizer, PROFILE.maxTokens);
  const embedder = embedderOf(backend, tokenizer, config);
  await embedder.embed(['warm-up'], 'LABEL');
  return embedder;
}

interface CachedVector {
  vector: Float32Array;
  count: number;
}

/** The embedder over a given backend and tokenizer. */
export function embedderOf(
  backend: Backend,
  tokenizer: ModelTokenizer,
  { queueLimit = 1024, cacheSize = 1024 }: Pick<EmbedderConfig, 'queueLimit' | 'cacheSize'> = {},
): Embedder {
  const queue = createQueue({ backend, limit: queueLimit });
  const cache = cacheSize > 0 ? new LRUCache<string, CachedVector>({ max: cacheSize }) : undefined;
  const { dims, fingerprint } = backend;
  const { maxTokens, prefixes } = PROFILE;
  let cacheHits = 0;
  let cacheMisses = 0;
  let truncatedTotal = 0;
  let textsTotal = 0;
  let tokensTotal = 0;

  return {
    async embed(texts, kind, options = {}) {
      checkTexts(texts);
      const work: WorkOptions = { ...options, interactive: options.interactive ?? kind === 'QUERY' };
      const prefixed = texts.map((text) => prefixes[kind] + text);
      const vectors = new Float32Array(texts.length * dims);
      const tokenCounts = new Array<number>(texts.length);
      const keep = (i: number, { vector, count }: CachedVector) => {
        vectors.set(vector, i * dims);
        tokenCounts[i] = count;
      };

      // Readers repeat queries; a book's passages come once.
      const remembered = work.interactive ? cache : undefined;
      const missing: number[] = [];
      prefixed.forEach((text, i) => {
        const known = remembered?.get(text);
        if (known === undefined) missing.push(i);
        else keep(i, known);
      });
      if (remembered !== undefined) {
        cacheHits += texts.length - missing.length;
        cacheMisses += missing.length;
      }

      if (missing.length > 0) {
        const tokenized = await tokenizer.encode(missing.map((i) => prefixed[i]!));
        const computed = await queue.submit(tokenized, work);
        textsTotal += tokenized.length;
        for (const { ids } of tokenized) tokensTotal += ids.length;
        missing.forEach((i, row) => {
          const entry = {
            vector: computed.slice(row * dims, (row + 1) * dims),
            count: tokenized[row]!.count,
          };
          keep(i, entry);
          remembered?.set(prefixed[i]!, entry);
        });
      }
      const truncated = tokenCounts.filter((count) => count > maxTokens).length;
      truncatedTotal += truncated;
      return { vectors, dims, fingerprint, tokenCounts, truncated };
    },
    info: () => ({
      model: PROFILE.name,
      precision: backend.precision,
      dims,
      maxTokens,
      pooling: PROFILE.pooling,
      queryInstruction: prefixes.QUERY,
      fingerprint,
      backend: backend.name,
      queueDepth: queue.depth,
      queueLimit: queue.limit,
      cacheHits,
      cacheMisses,
      truncatedTotal,
      textsTotal,
      tokensTotal,
    }),
    async close() {
      await queue.close();
      await backend.close();
    },
  };
}

function checkTexts(texts: readonly string[]): void {
  if (texts.length === 0) throw new LibTrailsError('invalid_argument', 'texts is empty: give at least one');
  if (texts.length > MAX_TEXTS) {
    throw new LibTrailsError(
      'invalid_argument',
      `texts has ${texts.length} entries: at most ${MAX_TEXTS} a call`,
    );
  }
  texts.forEach((text, i) => {
    if (text.trim() === '') throw new LibTrailsError('invalid_argument', `texts[${i}] is blank`);
    if (text.length > MAX_TEXT_UNITS) {
      throw new LibTrailsError(
        'invalid_argument',
        `texts[${i}] has ${text.length} characters: at most ${MAX_TEXT_UNITS}, of which the model reads about 2,000`,
      );
    }
  });
}
