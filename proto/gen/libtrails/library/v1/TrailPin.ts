// Original file: proto/libtrails/library/v1/library.proto


export interface TrailPin {
  'step'?: (number);
  'passageId'?: (number);
}

export interface TrailPin__Out {
  'step': (number);
  'passageId': (number);
}
