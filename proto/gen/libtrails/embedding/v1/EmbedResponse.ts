// Original file: proto/libtrails/embedding/v1/embedding.proto


export interface EmbedResponse {
  'vectors'?: (Buffer | Uint8Array | string);
  'dims'?: (number);
  'fingerprint'?: (string);
  'tokenCounts'?: (number)[];
  'truncated'?: (number);
}

export interface EmbedResponse__Out {
  'vectors': (Buffer);
  'dims': (number);
  'fingerprint': (string);
  'tokenCounts': (number)[];
  'truncated': (number);
}
