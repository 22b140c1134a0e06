// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface Merge {
  'topic'?: (number);
  'into'?: (number);
}

export interface Merge__Out {
  'topic': (number);
  'into': (number);
}
