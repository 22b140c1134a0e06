// Original file: proto/libtrails/library/v1/library.proto


export interface EmbeddingStatus {
  'state'?: (string);
  'message'?: (string);
  'fingerprint'?: (string);
  'backend'?: (string);
}

export interface EmbeddingStatus__Out {
  'state': (string);
  'message': (string);
  'fingerprint': (string);
  'backend': (string);
}
