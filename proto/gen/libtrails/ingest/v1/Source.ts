// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { Long } from '@grpc/proto-loader';

export interface Source {
  'fileName'?: (string);
  'contentHash'?: (string);
  'size'?: (number | string | Long);
  'modifiedMs'?: (number | string | Long);
  'pipeline'?: (string);
  'bookId'?: (number);
  'refusedCode'?: (string);
  'catalogueVersion'?: (string);
}

export interface Source__Out {
  'fileName': (string);
  'contentHash': (string);
  'size': (number);
  'modifiedMs': (number);
  'pipeline': (string);
  'bookId': (number);
  'refusedCode': (string);
  'catalogueVersion': (string);
}
