// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface GroupingHeader {
  'recipe'?: (string);
}

export interface GroupingHeader__Out {
  'recipe': (string);
}
