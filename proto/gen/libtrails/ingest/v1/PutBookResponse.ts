// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface PutBookResponse {
  'bookId'?: (number);
  'outcome'?: (string);
  'groupingCurrent'?: (boolean);
}

export interface PutBookResponse__Out {
  'bookId': (number);
  'outcome': (string);
  'groupingCurrent': (boolean);
}
