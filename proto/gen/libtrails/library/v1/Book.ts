// Original file: proto/libtrails/library/v1/library.proto


export interface Book {
  'id'?: (number);
  'title'?: (string);
  'authors'?: (string)[];
  'fileName'?: (string);
  'language'?: (string);
  'year'?: (number);
  'words'?: (number);
  'cover'?: (string);
  'subjects'?: (string)[];
}

export interface Book__Out {
  'id': (number);
  'title': (string);
  'authors': (string)[];
  'fileName': (string);
  'language': (string);
  'year': (number);
  'words': (number);
  'cover': (string);
  'subjects': (string)[];
}
