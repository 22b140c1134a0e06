/** gRPC handlers: translate and validate, nothing else. */
import { LibTrailsError } from '@libtrails/common/errors';
import { type UnaryTools, unary } from '@libtrails/common/grpc-server';
import type { EmbeddingServiceHandlers } from '@libtrails/proto/types/embedding/v1/EmbeddingService';
import type { EmbedRequest__Out } from '@libtrails/proto/types/embedding/v1/EmbedRequest';
import type { EmbedResponse } from '@libtrails/proto/types/embedding/v1/EmbedResponse';
import type { InfoRequest__Out } from '@libtrails/proto/types/embedding/v1/InfoRequest';
import type { InfoResponse } from '@libtrails/proto/types/embedding/v1/InfoResponse';
import type { Embedder, EmbedKind } from './embedder.ts';

const KINDS: ReadonlySet<string> = new Set<EmbedKind>(['QUERY', 'PASSAGE', 'LABEL']);

/**
 * @param embedder returns the embedder, or throws `unavailable` while the model is loading
 */
export function embeddingHandlers(embedder: () => Embedder, tools: UnaryTools): EmbeddingServiceHandlers {
  return {
    Embed: unary<EmbedRequest__Out, EmbedResponse>(tools, async (request, { signal, deadline }) => {
      const kind = kindOf(request.kind);
      const { vectors, dims, fingerprint, tokenCounts, truncated } = await embedder().embed(
        request.texts,
        kind,
        { ...interactiveOf(request.priority), signal, deadline },
      );
      return {
        // Every platform Node runs on is little-endian, as the contract wants it.
        vectors: Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength),
        dims,
        fingerprint,
        tokenCounts,
        truncated,
      };
    }),
    Info: unary<InfoRequest__Out, InfoResponse>(tools, () => ({
      ...embedder().info(),
      uptimeSeconds: process.uptime(),
    })),
  };
}

function kindOf(kind: string | number): EmbedKind {
  if (KINDS.has(String(kind))) return kind as EmbedKind;
  throw new LibTrailsError('invalid_argument', `kind is ${kind}: set QUERY, PASSAGE or LABEL`);
}

/** Unspecified leaves it to the kind. */
function interactiveOf(priority: string | number): { interactive?: boolean } {
  switch (priority) {
    case 'INTERACTIVE':
      return { interactive: true };
    case 'BULK':
      return { interactive: false };
    case 'PRIORITY_UNSPECIFIED':
      return {};
    default:
      throw new LibTrailsError(
        'invalid_argument',
        `priority is ${priority}: set INTERACTIVE, BULK or nothing`,
      );
  }
}
