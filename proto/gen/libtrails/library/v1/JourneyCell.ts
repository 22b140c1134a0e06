// Original file: proto/libtrails/library/v1/library.proto


export interface JourneyCell {
  'position'?: (number | string);
  'section'?: (number);
  'start'?: (number);
  'passageId'?: (number);
  'themeId'?: (number);
  'domainId'?: (number);
  'share'?: (number | string);
}

export interface JourneyCell__Out {
  'position': (number);
  'section': (number);
  'start': (number);
  'passageId': (number);
  'themeId': (number);
  'domainId': (number);
  'share': (number);
}
