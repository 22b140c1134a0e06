// Original file: proto/libtrails/library/v1/library.proto


export interface ResolvedPlace {
  'state'?: (string);
  'section'?: (number);
  'start'?: (number);
  'end'?: (number);
  'passageId'?: (number);
}

export interface ResolvedPlace__Out {
  'state': (string);
  'section': (number);
  'start': (number);
  'end': (number);
  'passageId': (number);
}
