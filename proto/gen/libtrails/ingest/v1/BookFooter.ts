// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface BookFooter {
  'sections'?: (number);
  'chunks'?: (number);
  'topics'?: (number);
  'phrases'?: (number);
  'words'?: (number);
}

export interface BookFooter__Out {
  'sections': (number);
  'chunks': (number);
  'topics': (number);
  'phrases': (number);
  'words': (number);
}
