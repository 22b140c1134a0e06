// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface BookMetadata {
  'title'?: (string);
  'authors'?: (string)[];
  'language'?: (string);
  'year'?: (number);
  'description'?: (string);
  'subjects'?: (string)[];
  'publisher'?: (string);
  'identifiers'?: (string)[];
  'series'?: (string);
  'seriesIndex'?: (number | string);
  'titleSort'?: (string);
  'authorSort'?: (string);
  'subtitle'?: (string);
}

export interface BookMetadata__Out {
  'title': (string);
  'authors': (string)[];
  'language': (string);
  'year': (number);
  'description': (string);
  'subjects': (string)[];
  'publisher': (string);
  'identifiers': (string)[];
  'series': (string);
  'seriesIndex': (number);
  'titleSort': (string);
  'authorSort': (string);
  'subtitle': (string);
}
