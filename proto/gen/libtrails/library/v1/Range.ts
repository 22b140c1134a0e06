// Original file: proto/libtrails/library/v1/library.proto


export interface Range {
  'start'?: (number);
  'end'?: (number);
}

export interface Range__Out {
  'start': (number);
  'end': (number);
}
