/** One question to a server that speaks OpenAI's chat completions (llama.cpp, Ollama, vLLM, a hosted one). */
import { LibTrailsError } from '@libtrails/common/errors';

export interface ChatOptions {
  /** Base address up to the version: `/chat/completions` is added. */
  url: string;
  model: string;
  token: string | undefined;
  /** How long one answer may take, in milliseconds. */
  timeoutMs: number;
}

export interface ChatQuestion {
  system: string;
  user: string;
  /** Name and JSON schema of the answer. */
  schema: { name: string; schema: object };
  maxTokens: number;
}

/** An answer is some kilobytes; a server that sends more is not what it seems. */
const MAX_ANSWER_BYTES = 256 * 1024;

/** Asks, and gives the text of the first choice. */
export type Chat = (question: ChatQuestion, signal: AbortSignal) => Promise<string>;

/**
 * @returns a function that throws LibTrailsError: `cancelled` if the signal stopped it; `permission_denied` and
 *   `failed_precondition` where asking again is in vain; `unavailable` otherwise, with `retryAfterSeconds` if the
 *   server named it
 */
export function openChat({ url, model, token, timeoutMs }: ChatOptions): Chat {
  const endpoint = `${url.replace(/\/+$/, '')}/chat/completions`;
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  // Some servers know no schemas; they are told once more in words alone.
  let withSchema = true;

  const post = async (question: ChatQuestion, signal: AbortSignal): Promise<Response> => {
    const { system, user, schema, maxTokens } = question;
    const format = { type: 'json_schema', json_schema: { ...schema, strict: true } };
    try {
      return await fetch(endpoint, {
        method: 'POST',
        headers,
        // An address that points elsewhere would get the token.
        redirect: 'error',
        signal,
        body: JSON.stringify({
          model,
          temperature: 0,
          max_tokens: maxTokens,
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          ...(withSchema ? { response_format: format } : {}),
        }),
      });
    } catch (cause) {
      throw new LibTrailsError('unavailable', `${endpoint} does not answer`, { cause });
    }
  };

  return async (question, signal) => {
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      let response = await post(question, within);
      if (response.status === 400 && withSchema) {
        await response.body?.cancel();
        withSchema = false;
        response = await post(question, within);
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw refusal(endpoint, response);
      }
      return contentOf(await readBody(response, endpoint), endpoint);
    } catch (error) {
      if (signal.aborted) throw new LibTrailsError('cancelled', 'The work was stopped', { cause: error });
      if (error instanceof LibTrailsError) throw error;
      throw new LibTrailsError('unavailable', `${endpoint} broke off its answer`, { cause: error });
    }
  };
}

function refusal(endpoint: string, { status, headers }: Response): LibTrailsError {
  const message = `${endpoint} answered ${status}`;
  if (status === 401 || status === 403) return new LibTrailsError('permission_denied', message);
  if (status !== 408 && status !== 429 && status < 500)
    return new LibTrailsError('failed_precondition', message);
  const seconds = Number(headers.get('retry-after'));
  return new LibTrailsError('unavailable', message, seconds > 0 ? { retryAfterSeconds: seconds } : {});
}

async function readBody(response: Response, endpoint: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > MAX_ANSWER_BYTES) throw new LibTrailsError('unavailable', `${endpoint} sends without end`);
    text += decoder.decode(piece, { stream: true });
  }
  return text;
}

function contentOf(body: string, endpoint: string): string {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch (cause) {
    throw new LibTrailsError('unavailable', `${endpoint} answered no JSON`, { cause });
  }
  const choices = (answer as { choices?: unknown } | null)?.choices;
  const first = Array.isArray(choices)
    ? (choices[0] as { message?: { content?: unknown } } | null)
    : undefined;
  const content = first?.message?.content;
  if (typeof content === 'string') return content;
  throw new LibTrailsError('unavailable', `${endpoint} answered without a message`);
}
