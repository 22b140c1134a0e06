// Original file: proto/libtrails/embedding/v1/embedding.proto

import type { Long } from '@grpc/proto-loader';

export interface InfoResponse {
  'model'?: (string);
  'precision'?: (string);
  'dims'?: (number);
  'maxTokens'?: (number);
  'pooling'?: (string);
  'queryInstruction'?: (string);
  'fingerprint'?: (string);
  'backend'?: (string);
  'queueDepth'?: (number);
  'queueLimit'?: (number);
  'cacheHits'?: (number | string | Long);
  'cacheMisses'?: (number | string | Long);
  'truncatedTotal'?: (number | string | Long);
  'uptimeSeconds'?: (number | string);
}

export interface InfoResponse__Out {
  'model': (string);
  'precision': (string);
  'dims': (number);
  'maxTokens': (number);
  'pooling': (string);
  'queryInstruction': (string);
  'fingerprint': (string);
  'backend': (string);
  'queueDepth': (number);
  'queueLimit': (number);
  'cacheHits': (number);
  'cacheMisses': (number);
  'truncatedTotal': (number);
  'uptimeSeconds': (number);
}
