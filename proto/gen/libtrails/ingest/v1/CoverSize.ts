// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface CoverSize {
  'width'?: (number);
  'height'?: (number);
  'data'?: (Buffer | Uint8Array | string);
}

export interface CoverSize__Out {
  'width': (number);
  'height': (number);
  'data': (Buffer);
}
