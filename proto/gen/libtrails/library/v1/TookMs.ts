// Original file: proto/libtrails/library/v1/library.proto


export interface TookMs {
  'total'?: (number | string);
  'embed'?: (number | string);
  'signals'?: ({[key: string]: number | string});
  'fuse'?: (number | string);
}

export interface TookMs__Out {
  'total': (number);
  'embed': (number);
  'signals': ({[key: string]: number});
  'fuse': (number);
}
