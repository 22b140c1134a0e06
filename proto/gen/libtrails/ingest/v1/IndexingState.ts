// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface IndexingState {
  'paused'?: (boolean);
}

export interface IndexingState__Out {
  'paused': (boolean);
}
