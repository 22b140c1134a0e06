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
  'series'?: (string);
  'seriesIndex'?: (number | string);
  'coverColor'?: (string);
  'coverWidth'?: (number);
  'coverHeight'?: (number);
  'subtitle'?: (string);
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
  'series': (string);
  'seriesIndex': (number);
  'coverColor': (string);
  'coverWidth': (number);
  'coverHeight': (number);
  'subtitle': (string);
}
