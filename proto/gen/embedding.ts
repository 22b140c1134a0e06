import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { EmbedRequest as _libtrails_embedding_v1_EmbedRequest, EmbedRequest__Out as _libtrails_embedding_v1_EmbedRequest__Out } from './libtrails/embedding/v1/EmbedRequest.ts';
import type { EmbedResponse as _libtrails_embedding_v1_EmbedResponse, EmbedResponse__Out as _libtrails_embedding_v1_EmbedResponse__Out } from './libtrails/embedding/v1/EmbedResponse.ts';
import type { EmbeddingServiceClient as _libtrails_embedding_v1_EmbeddingServiceClient, EmbeddingServiceDefinition as _libtrails_embedding_v1_EmbeddingServiceDefinition } from './libtrails/embedding/v1/EmbeddingService.ts';
import type { InfoRequest as _libtrails_embedding_v1_InfoRequest, InfoRequest__Out as _libtrails_embedding_v1_InfoRequest__Out } from './libtrails/embedding/v1/InfoRequest.ts';
import type { InfoResponse as _libtrails_embedding_v1_InfoResponse, InfoResponse__Out as _libtrails_embedding_v1_InfoResponse__Out } from './libtrails/embedding/v1/InfoResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  libtrails: {
    embedding: {
      v1: {
        EmbedRequest: MessageTypeDefinition<_libtrails_embedding_v1_EmbedRequest, _libtrails_embedding_v1_EmbedRequest__Out>
        EmbedResponse: MessageTypeDefinition<_libtrails_embedding_v1_EmbedResponse, _libtrails_embedding_v1_EmbedResponse__Out>
        EmbeddingService: SubtypeConstructor<typeof grpc.Client, _libtrails_embedding_v1_EmbeddingServiceClient> & { service: _libtrails_embedding_v1_EmbeddingServiceDefinition }
        InfoRequest: MessageTypeDefinition<_libtrails_embedding_v1_InfoRequest, _libtrails_embedding_v1_InfoRequest__Out>
        InfoResponse: MessageTypeDefinition<_libtrails_embedding_v1_InfoResponse, _libtrails_embedding_v1_InfoResponse__Out>
        Kind: EnumTypeDefinition
        Priority: EnumTypeDefinition
      }
    }
  }
}

