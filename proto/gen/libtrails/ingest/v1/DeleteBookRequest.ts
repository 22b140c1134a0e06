// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface DeleteBookRequest {
  'bookId'?: (number);
}

export interface DeleteBookRequest__Out {
  'bookId': (number);
}
