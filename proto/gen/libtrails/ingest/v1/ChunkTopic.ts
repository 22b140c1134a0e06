// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface ChunkTopic {
  'topic'?: (number);
  'score'?: (number | string);
}

export interface ChunkTopic__Out {
  'topic': (number);
  'score': (number);
}
