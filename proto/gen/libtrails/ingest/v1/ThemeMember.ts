// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface ThemeMember {
  'topic'?: (number);
  'weight'?: (number | string);
}

export interface ThemeMember__Out {
  'topic': (number);
  'weight': (number);
}
