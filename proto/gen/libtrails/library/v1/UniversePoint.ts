// Original file: proto/libtrails/library/v1/library.proto


export interface UniversePoint {
  'themeId'?: (number);
  'label'?: (string);
  'domainId'?: (number);
  'books'?: (number);
  'x'?: (number | string);
  'y'?: (number | string);
  'z'?: (number | string);
  'mapX'?: (number | string);
  'mapY'?: (number | string);
}

export interface UniversePoint__Out {
  'themeId': (number);
  'label': (string);
  'domainId': (number);
  'books': (number);
  'x': (number);
  'y': (number);
  'z': (number);
  'mapX': (number);
  'mapY': (number);
}
