// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface CancelJobRequest {
  'jobId'?: (number);
}

export interface CancelJobRequest__Out {
  'jobId': (number);
}
