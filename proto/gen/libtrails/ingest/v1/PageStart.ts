// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface PageStart {
  'label'?: (string);
  'at'?: (number);
}

export interface PageStart__Out {
  'label': (string);
  'at': (number);
}
