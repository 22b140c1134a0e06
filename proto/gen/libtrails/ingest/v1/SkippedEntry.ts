// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface SkippedEntry {
  'fileName'?: (string);
  'code'?: (string);
  'reason'?: (string);
}

export interface SkippedEntry__Out {
  'fileName': (string);
  'code': (string);
  'reason': (string);
}
