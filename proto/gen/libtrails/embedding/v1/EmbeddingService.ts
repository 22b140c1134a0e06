// Original file: proto/libtrails/embedding/v1/embedding.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { EmbedRequest as _libtrails_embedding_v1_EmbedRequest, EmbedRequest__Out as _libtrails_embedding_v1_EmbedRequest__Out } from '../../../libtrails/embedding/v1/EmbedRequest.ts';
import type { EmbedResponse as _libtrails_embedding_v1_EmbedResponse, EmbedResponse__Out as _libtrails_embedding_v1_EmbedResponse__Out } from '../../../libtrails/embedding/v1/EmbedResponse.ts';
import type { InfoRequest as _libtrails_embedding_v1_InfoRequest, InfoRequest__Out as _libtrails_embedding_v1_InfoRequest__Out } from '../../../libtrails/embedding/v1/InfoRequest.ts';
import type { InfoResponse as _libtrails_embedding_v1_InfoResponse, InfoResponse__Out as _libtrails_embedding_v1_InfoResponse__Out } from '../../../libtrails/embedding/v1/InfoResponse.ts';

export interface EmbeddingServiceClient extends grpc.Client {
  Embed(argument: _libtrails_embedding_v1_EmbedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_embedding_v1_EmbedResponse__Out>): grpc.ClientUnaryCall;
  Embed(argument: _libtrails_embedding_v1_EmbedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_embedding_v1_EmbedResponse__Out>): grpc.ClientUnaryCall;
  Embed(argument: _libtrails_embedding_v1_EmbedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_embedding_v1_EmbedResponse__Out>): grpc.ClientUnaryCall;
  Embed(argument: _libtrails_embedding_v1_EmbedRequest, callback: grpc.requestCallback<_libtrails_embedding_v1_EmbedResponse__Out>): grpc.ClientUnaryCall;
  embed(argument: _libtrails_embedding_v1_EmbedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_embedding_v1_EmbedResponse__Out>): grpc.ClientUnaryCall;
  embed(argument: _libtrails_embedding_v1_EmbedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_embedding_v1_EmbedResponse__Out>): grpc.ClientUnaryCall;
  embed(argument: _libtrails_embedding_v1_EmbedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_embedding_v1_EmbedResponse__Out>): grpc.ClientUnaryCall;
  embed(argument: _libtrails_embedding_v1_EmbedRequest, callback: grpc.requestCallback<_libtrails_embedding_v1_EmbedResponse__Out>): grpc.ClientUnaryCall;
  
  Info(argument: _libtrails_embedding_v1_InfoRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_embedding_v1_InfoResponse__Out>): grpc.ClientUnaryCall;
  Info(argument: _libtrails_embedding_v1_InfoRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_embedding_v1_InfoResponse__Out>): grpc.ClientUnaryCall;
  Info(argument: _libtrails_embedding_v1_InfoRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_embedding_v1_InfoResponse__Out>): grpc.ClientUnaryCall;
  Info(argument: _libtrails_embedding_v1_InfoRequest, callback: grpc.requestCallback<_libtrails_embedding_v1_InfoResponse__Out>): grpc.ClientUnaryCall;
  info(argument: _libtrails_embedding_v1_InfoRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_embedding_v1_InfoResponse__Out>): grpc.ClientUnaryCall;
  info(argument: _libtrails_embedding_v1_InfoRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_libtrails_embedding_v1_InfoResponse__Out>): grpc.ClientUnaryCall;
  info(argument: _libtrails_embedding_v1_InfoRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_libtrails_embedding_v1_InfoResponse__Out>): grpc.ClientUnaryCall;
  info(argument: _libtrails_embedding_v1_InfoRequest, callback: grpc.requestCallback<_libtrails_embedding_v1_InfoResponse__Out>): grpc.ClientUnaryCall;
  
}

export interface EmbeddingServiceHandlers extends grpc.UntypedServiceImplementation {
  Embed: grpc.handleUnaryCall<_libtrails_embedding_v1_EmbedRequest__Out, _libtrails_embedding_v1_EmbedResponse>;
  
  Info: grpc.handleUnaryCall<_libtrails_embedding_v1_InfoRequest__Out, _libtrails_embedding_v1_InfoResponse>;
  
}

export interface EmbeddingServiceDefinition extends grpc.ServiceDefinition {
  Embed: MethodDefinition<_libtrails_embedding_v1_EmbedRequest, _libtrails_embedding_v1_EmbedResponse, _libtrails_embedding_v1_EmbedRequest__Out, _libtrails_embedding_v1_EmbedResponse__Out>
  Info: MethodDefinition<_libtrails_embedding_v1_InfoRequest, _libtrails_embedding_v1_InfoResponse, _libtrails_embedding_v1_InfoRequest__Out, _libtrails_embedding_v1_InfoResponse__Out>
}
