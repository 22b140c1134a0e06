// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface CreateJobRequest {
  'kind'?: (string);
  'title'?: (string);
  'worker'?: (string);
}

export interface CreateJobRequest__Out {
  'kind': (string);
  'title': (string);
  'worker': (string);
}
