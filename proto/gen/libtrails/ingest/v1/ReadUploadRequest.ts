// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface ReadUploadRequest {
  'jobId'?: (number);
  'worker'?: (string);
}

export interface ReadUploadRequest__Out {
  'jobId': (number);
  'worker': (string);
}
