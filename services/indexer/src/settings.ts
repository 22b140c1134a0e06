/** The indexer's settings, read once at start. */
import { join, resolve } from 'node:path';
import { commonSettings, flag, integer, port, readConfig } from '@libtrails/common/config';
import { type ChannelCredentials, clientCredentials } from '@libtrails/common/grpc-tls';
import { loadToken } from '@libtrails/common/token';
import { z } from 'zod';
import { cacheDir } from './cache/cache-dir.ts';
import type { LlmSettings } from './llm/llm-namer.ts';
import type { CalibreFolder } from './worker/task.ts';

const MIB = 1024 * 1024;

const schema = z.object({
  ...commonSettings,
  /** Folder whose EPUB files are indexed; watched by the worker. */
  INDEXER_BOOKS: z.string().default('./books'),
  /** Folder of a Calibre library that the worker follows; nothing is written there. */
  INDEXER_CALIBRE: z.string().optional(),
  /** That folder where Calibre sees it, for links that open a book there; default: as above. */
  INDEXER_CALIBRE_PATH: z.string().optional(),
  /** Lookup names of custom columns whose values count as tags, separated by commas. */
  INDEXER_CALIBRE_COLUMNS: z.string().default(''),
  /** Indexed while that folder holds no EPUB file. */
  INDEXER_STARTER_SHELF: z.string().optional(),
  /** host:port of the embedding service, or of several that share the work, separated by commas. */
  INDEXER_EMBEDDING: z.string().default('127.0.0.1:50051'),
  /** host:port of the retrieval service's gRPC. */
  INDEXER_RETRIEVAL: z.string().default('127.0.0.1:50052'),
  /** PEM file of the authority that signed retrieval's certificate, or "system"; without one no TLS. */
  LIBTRAILS_GRPC_CA: z.string().optional(),
  /** Seconds between two looks at the folder; changes that the system reports are seen at once. */
  INDEXER_SCAN_SECONDS: integer(60, 1, 86_400),
  /** HTTP with /healthz and /metrics; 0 lets the system choose. */
  INDEXER_HEALTH_PORT: port(8_090),
  /** Keep vectors, so that a text is embedded once. */
  INDEXER_CACHE: flag(true),
  /** Size of that cache; the oldest vectors go first. */
  INDEXER_CACHE_MIB: integer(1_024, 16, 1_048_576),
  /** Folder of that cache; default `libtrails` in the user's cache folder. */
  LIBTRAILS_CACHE_DIR: z.string().optional(),
  /** Folder that holds the model's folder; default `models/` of the checkout. */
  LIBTRAILS_MODELS: z.string().optional(),
  /** Base address of an OpenAI-compatible server that names themes, such as http://host:8080/v1; unset: none is used. */
  INDEXER_LLM_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://host:8080/v1' })
    .optional(),
  /** The model's name in requests to it. */
  INDEXER_LLM_MODEL: z.string().default('default'),
  /** Its bearer token. */
  INDEXER_LLM_TOKEN: z.string().optional(),
  /** Themes in one question. */
  INDEXER_LLM_BATCH: integer(20, 1, 100),
  /** Seconds one answer may take. */
  INDEXER_LLM_TIMEOUT_SECONDS: integer(60, 1, 600),
  /** Above so many tokens, in and out together, no request is sent. */
  INDEXER_LLM_MAX_TOKENS: integer(1_000_000, 1_000, 1_000_000_000),
  /** Price of a million tokens in and out, for the estimate. */
  INDEXER_LLM_PRICE_IN: z.coerce.number().min(0).optional(),
  INDEXER_LLM_PRICE_OUT: z.coerce.number().min(0).optional(),
});

export interface Settings {
  host: string;
  healthPort: number;
  logLevel: string;
  books: string;
  starterShelf: string | undefined;
  /** Undefined: none is followed. */
  calibre: CalibreFolder | undefined;
  /** Of any Calibre library: custom columns whose values count as tags. */
  calibreColumns: readonly string[];
  embedding: string;
  retrieval: string;
  token: string | undefined;
  retrievalCredentials: ChannelCredentials;
  scanMs: number;
  /** Undefined: no cache. */
  cache: { dir: string; maxBytes: number } | undefined;
  modelsDir: string | undefined;
  /** Undefined: themes are named by this machine alone. */
  llm: LlmSettings | undefined;
  /** File of the titles that a language model gave. */
  titlesFile: string;
}

/** @throws ConfigError naming every variable that is wrong */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = readConfig(schema, env);
  return {
    host: given.LIBTRAILS_HOST,
    healthPort: given.INDEXER_HEALTH_PORT,
    logLevel: given.LIBTRAILS_LOG_LEVEL,
    books: given.INDEXER_BOOKS,
    // Who follows a Calibre library has books and does not need the starter shelf.
    starterShelf: given.INDEXER_CALIBRE ? undefined : given.INDEXER_STARTER_SHELF,
    calibre: calibreOf(given),
    calibreColumns: columnsOf(given),
    embedding: given.INDEXER_EMBEDDING,
    retrieval: given.INDEXER_RETRIEVAL,
    token: loadToken(given),
    retrievalCredentials: clientCredentials(given),
    scanMs: given.INDEXER_SCAN_SECONDS * 1_000,
    cache: given.INDEXER_CACHE ? { dir: cacheDir(env), maxBytes: given.INDEXER_CACHE_MIB * MIB } : undefined,
    modelsDir: given.LIBTRAILS_MODELS,
    llm: llmOf(given),
    titlesFile: join(cacheDir(env), 'theme-titles-1.jsonl'),
  };
}

function calibreOf(given: z.output<typeof schema>): CalibreFolder | undefined {
  const { INDEXER_CALIBRE: folder, INDEXER_CALIBRE_PATH: path } = given;
  if (!folder) return undefined;
  const name = (path || resolve(folder)).split(/[\\/]/).findLast((part) => part !== '');
  return { folder, name, columns: columnsOf(given) };
}

function columnsOf({ INDEXER_CALIBRE_COLUMNS: columns }: z.output<typeof schema>): string[] {
  return columns
    .split(',')
    .map((column) => column.trim())
    .filter((column) => column !== '');
}

function llmOf(given: z.output<typeof schema>): LlmSettings | undefined {
  const { INDEXER_LLM_URL: url, INDEXER_LLM_PRICE_IN: input, INDEXER_LLM_PRICE_OUT: output } = given;
  if (url === undefined) return undefined;
  return {
    url,
    model: given.INDEXER_LLM_MODEL,
    token: given.INDEXER_LLM_TOKEN,
    timeoutMs: given.INDEXER_LLM_TIMEOUT_SECONDS * 1_000,
    batch: given.INDEXER_LLM_BATCH,
    maxTokens: given.INDEXER_LLM_MAX_TOKENS,
    price:
      input === undefined && output === undefined ? undefined : { input: input ?? 0, output: output ?? 0 },
  };
}
