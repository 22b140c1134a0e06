// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface PutGroupingResponse {
  'generation'?: (number);
}

export interface PutGroupingResponse__Out {
  'generation': (number);
}
