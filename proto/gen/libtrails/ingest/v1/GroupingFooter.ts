// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface GroupingFooter {
  'merges'?: (number);
  'domains'?: (number);
  'themes'?: (number);
}

export interface GroupingFooter__Out {
  'merges': (number);
  'domains': (number);
  'themes': (number);
}
