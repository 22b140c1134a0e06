/** Sends single gRPC calls with the generated types. */
import { credentials, type ServiceError, status } from '@grpc/grpc-js';
import { CHANNEL_OPTIONS } from '@libtrails/common/grpc-channel';
import { callUnary } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';
import type { PassageContext__Out } from '@libtrails/proto/types/library/v1/PassageContext';
import type { RelatedResponse__Out } from '@libtrails/proto/types/library/v1/RelatedResponse';
import type { SearchResponse__Out } from '@libtrails/proto/types/library/v1/SearchResponse';
import type { GrpcCall } from './mix.ts';
import { type Outcome, PATIENCE_MS } from './outcome.ts';

export interface GrpcSender {
  /** Never rejects. */
  send(call: GrpcCall): Promise<Pick<Outcome, 'fate' | 'reason'>>;
  close(): void;
}

/** @param address host:port of retrieval */
export function grpcSender(address: string): GrpcSender {
  const { grpc } = loadContract<ProtoGrpcType>('library');
  const client = new grpc.libtrails.library.v1.LibraryService(address, credentials.createInsecure(), {
    ...CHANNEL_OPTIONS,
    // One connection for each sender, as for clients on machines of their own.
    'grpc.use_local_subchannel_pool': 1,
  });
  const options = { timeoutMs: PATIENCE_MS };
  const make = async ({ method, request }: GrpcCall): Promise<{ degraded: boolean }> => {
    switch (method) {
      case 'search':
        return callUnary<object, SearchResponse__Out>(client, client.search, request, options);
      case 'related':
        return callUnary<object, RelatedResponse__Out>(client, client.related, request, options);
      case 'getPassage':
        await callUnary<object, PassageContext__Out>(client, client.getPassage, request, options);
        return { degraded: false };
    }
  };
  return {
    async send(call) {
      try {
        const { degraded } = await make(call);
        return { fate: degraded ? 'degraded' : 'ok', reason: '' };
      } catch (error) {
        const { code } = error as ServiceError;
        if (code === status.RESOURCE_EXHAUSTED) return { fate: 'refused', reason: '' };
        return { fate: 'failed', reason: `gRPC ${status[code] ?? code}` };
      }
    },
    close: () => client.close(),
  };
}
