// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { Long } from '@grpc/proto-loader';

export interface Backup {
  'file'?: (string);
  'bytes'?: (number | string | Long);
  'revision'?: (number);
  'books'?: (number);
  'passages'?: (number);
  'removed'?: (string)[];
  'copyMs'?: (number);
  'checkMs'?: (number);
}

export interface Backup__Out {
  'file': (string);
  'bytes': (number);
  'revision': (number);
  'books': (number);
  'passages': (number);
  'removed': (string)[];
  'copyMs': (number);
  'checkMs': (number);
}
