// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { PutOutcome } from '../../../values.ts';

export interface PutBookResponse {
  'bookId'?: (number);
  'outcome'?: (PutOutcome);
  'groupingCurrent'?: (boolean);
}

export interface PutBookResponse__Out {
  'bookId': (number);
  'outcome': (PutOutcome);
  'groupingCurrent': (boolean);
}
