// Original file: proto/libtrails/library/v1/library.proto

import type { EmbeddingState } from '../../../values.ts';

export interface EmbeddingStatus {
  'state'?: (EmbeddingState);
  'message'?: (string);
  'fingerprint'?: (string);
  'backend'?: (string);
}

export interface EmbeddingStatus__Out {
  'state': (EmbeddingState);
  'message': (string);
  'fingerprint': (string);
  'backend': (string);
}
