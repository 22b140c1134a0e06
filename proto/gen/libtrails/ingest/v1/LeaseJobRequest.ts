// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface LeaseJobRequest {
  'worker'?: (string);
  'kinds'?: (string)[];
}

export interface LeaseJobRequest__Out {
  'worker': (string);
  'kinds': (string)[];
}
