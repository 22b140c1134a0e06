/** A server that speaks OpenAI's embeddings call (text-embeddings-inference, vLLM, …), for bulk indexing. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Precision } from '@libtrails/models/manifest';
import { PROFILE } from '@libtrails/models/profile';
import { fingerprintOf } from '../fingerprint.ts';
import { normaliseRows } from '../pooling.ts';
import type { Backend, BatchLimits } from './backend.ts';
import { PROBE_TEXTS, probesMatch } from './probes.ts';

/** The server pads and schedules by itself; 32 is what text-embeddings-inference takes in one call. */
const LIMITS: BatchLimits = { rows: 32, tokens: 32 * PROFILE.maxTokens, mixed: true };
const TIMEOUT_MS = 60_000;

export interface HttpOptions {
  /** Base address up to the version: `/embeddings` is added. */
  url: string;
  /** The model's name in the requests; default that of the profile. */
  model: string | undefined;
  token: string | undefined;
}

/**
 * Asks the server for known texts. If the vectors are those of our float32 weights it earns their fingerprint,
 * and one library may hold its vectors and ours; if not, the fingerprint names the server's model.
 */
export async function openHttp({ url, model = PROFILE.name, token }: HttpOptions): Promise<Backend> {
  const endpoint = `${url.replace(/\/+$/, '')}/embeddings`;
  const ask = (texts: readonly string[]) => request(endpoint, model, token, texts);

  const probes = await ask(PROBE_TEXTS);
  const dims = probes.length / PROBE_TEXTS.length;
  const ours = dims === PROFILE.dims && probesMatch(probes);
  const precision: Precision = 'float32';
  return {
    name: 'http',
    precision,
    dims,
    fingerprint: ours
      ? fingerprintOf(precision)
      : ['http', model, PROFILE.normalisation, PROFILE.prefixVersion].join('/'),
    limits: LIMITS,
    async embed(batch) {
      const vectors = await ask(batch.map((text) => text.text));
      if (vectors.length !== batch.length * dims) {
        throw new LibTrailsError('unavailable', `${endpoint} changed the length of its vectors`);
      }
      return vectors;
    },
    close: async () => {},
  };
}

async function request(
  endpoint: string,
  model: string,
  token: string | undefined,
  texts: readonly string[],
): Promise<Float32Array> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new LibTrailsError('unavailable', `${endpoint} does not answer`, { cause, retryAfterSeconds: 5 });
  });
  if (!response.ok) {
    await response.body?.cancel();
    const retry = Number(response.headers.get('retry-after')) || 5;
    throw new LibTrailsError('unavailable', `${endpoint} answered ${response.status}`, {
      retryAfterSeconds: retry,
    });
  }
  return vectorsOf(await response.json().catch(() => undefined), texts.length, endpoint);
}

/** Checks the shape of the answer and packs it in the order of the request. */
function vectorsOf(answer: unknown, count: number, endpoint: string): Float32Array {
  const broken = () =>
    new LibTrailsError('unavailable', `${endpoint} answered something else than ${count} embeddings`);
  const data = (answer as { data?: unknown } | null | undefined)?.data;
  if (!Array.isArray(data) || data.length !== count) throw broken();
  const rows = new Array<readonly number[] | undefined>(count);
  data.forEach((entry: { index?: unknown; embedding?: unknown } | null, i) => {
    const index = typeof entry?.index === 'number' ? entry.index : i;
    if (Array.isArray(entry?.embedding)) rows[index] = entry.embedding as number[];
  });
  const dims = rows[0]?.length ?? 0;
  if (dims === 0) throw broken();
  const vectors = new Float32Array(count * dims);
  for (let row = 0; row < count; row++) {
    const values = rows[row];
    if (values?.length !== dims) throw broken();
    vectors.set(values, row * dims);
  }
  if (!vectors.every(Number.isFinite)) throw broken();
  normaliseRows(vectors, dims);
  return vectors;
}
