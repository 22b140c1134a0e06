// Original file: proto/libtrails/library/v1/library.proto


export interface Domain {
  'id'?: (number);
  'label'?: (string);
  'themes'?: (number);
  'topics'?: (number);
  'books'?: (number);
  'share'?: (number | string);
}

export interface Domain__Out {
  'id': (number);
  'label': (string);
  'themes': (number);
  'topics': (number);
  'books': (number);
  'share': (number);
}
