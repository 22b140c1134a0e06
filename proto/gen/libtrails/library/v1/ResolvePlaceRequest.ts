// Original file: proto/libtrails/library/v1/library.proto


export interface ResolvePlaceRequest {
  'bookId'?: (number);
  'section'?: (number);
  'start'?: (number);
  'end'?: (number);
  'quote'?: (string);
}

export interface ResolvePlaceRequest__Out {
  'bookId': (number);
  'section': (number);
  'start': (number);
  'end': (number);
  'quote': (string);
}
