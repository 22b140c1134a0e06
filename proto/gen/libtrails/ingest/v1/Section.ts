// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface Section {
  'index'?: (number);
  'title'?: (string);
  'kind'?: (string);
  'depth'?: (number);
  'href'?: (string);
}

export interface Section__Out {
  'index': (number);
  'title': (string);
  'kind': (string);
  'depth': (number);
  'href': (string);
}
