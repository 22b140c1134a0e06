/** The hub the model is published on, or a mirror with the same paths. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { ModelFile } from '../manifest.ts';
import { type Source, SourceError } from './source.ts';

export const HUGGING_FACE_BASE = 'https://huggingface.co';

export interface HuggingFaceOptions {
  /** Without a slash at the end. */
  base: string;
  /** Longest wait for the answer's head, redirects included. Short: offline, the next source is tried. */
  answerTimeoutMs: number;
  /** Longest pause within the body. */
  stallTimeoutMs: number;
}

export function huggingFaceUrl(file: ModelFile, base: string = HUGGING_FACE_BASE): string {
  const { repository, revision, path } = file.huggingFace;
  return `${base}/${repository}/resolve/${revision}/${path}`;
}

export function huggingFace({ base, answerTimeoutMs, stallTimeoutMs }: HuggingFaceOptions): Source {
  return {
    name: base,
    async fetch(file, target, onProgress) {
      const abort = new AbortController();
      let reason = '';
      const stopAfter = (ms: number, why: string) =>
        setTimeout(() => {
          reason = why;
          abort.abort();
        }, ms);

      let timer = stopAfter(answerTimeoutMs, `no answer within ${answerTimeoutMs / 1000} s`);
      const response = await fetch(huggingFaceUrl(file, base), {
        redirect: 'follow',
        signal: abort.signal,
      }).catch((cause: unknown) => {
        throw new SourceError(reason || `not reachable (${causeOf(cause)})`, { cause, sourceIsDown: true });
      });
      clearTimeout(timer);
      if (!response.ok || response.body === null) {
        abort.abort();
        throw new SourceError(`answered ${response.status} ${response.statusText}`.trim());
      }

      let received = 0;
      const stalled = () => stopAfter(stallTimeoutMs, `sent nothing for ${stallTimeoutMs / 1000} s`);
      timer = stalled();
      const counted = async function* (body: AsyncIterable<Uint8Array>) {
        for await (const piece of body) {
          clearTimeout(timer);
          received += piece.byteLength;
          if (received > file.bytes)
            throw new SourceError(`sends more than the ${file.bytes} bytes expected`);
          onProgress(received);
          yield piece;
          timer = stalled();
        }
      };
      try {
        await pipeline(
          Readable.fromWeb(response.body as ReadableStream<Uint8Array>),
          counted,
          createWriteStream(target),
        );
      } catch (cause) {
        if (cause instanceof SourceError) throw cause;
        throw new SourceError(reason || `broke off after ${received} of ${file.bytes} bytes`, { cause });
      } finally {
        clearTimeout(timer);
        abort.abort();
      }
    },
  };
}

/** The system's word for a failed connection, such as ENOTFOUND, which fetch keeps in `cause`. */
function causeOf(error: unknown): string {
  const inner = (error as { cause?: { code?: string; message?: string } }).cause;
  return inner?.code ?? inner?.message ?? (error instanceof Error ? error.message : String(error));
}
