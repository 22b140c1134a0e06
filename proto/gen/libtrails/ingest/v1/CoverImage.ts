// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface CoverImage {
  'data'?: (Buffer | Uint8Array | string);
  'mediaType'?: (string);
}

export interface CoverImage__Out {
  'data': (Buffer);
  'mediaType': (string);
}
