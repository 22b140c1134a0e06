// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface RetryJobRequest {
  'jobId'?: (number);
}

export interface RetryJobRequest__Out {
  'jobId': (number);
}
