/** The embedding service over gRPC; the status page asks whether it is there and what it runs. */
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import type { EmbeddingServiceClient } from '@libtrails/proto/types/embedding/v1/EmbeddingService';
import { settings } from '../server/settings.ts';
import { call, connect } from './grpc.ts';

/** Milliseconds; the call reads counters, so a longer silence means "down". */
const INFO_TIMEOUT_MS = 1_500;

let client: EmbeddingServiceClient | undefined;

export function embeddingInfo() {
  client ??= connect<ProtoGrpcType, EmbeddingServiceClient>(
    'embedding',
    settings().embeddingGrpc,
    (grpc) => grpc.libtrails.embedding.v1.EmbeddingService,
  );
  // The status page gets a quick answer.
  return call(client, 'info', {}, INFO_TIMEOUT_MS, 0);
}
