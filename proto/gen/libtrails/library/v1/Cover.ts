// Original file: proto/libtrails/library/v1/library.proto


export interface Cover {
  'data'?: (Buffer | Uint8Array | string);
  'mediaType'?: (string);
  'hash'?: (string);
  'width'?: (number);
  'height'?: (number);
}

export interface Cover__Out {
  'data': (Buffer);
  'mediaType': (string);
  'hash': (string);
  'width': (number);
  'height': (number);
}
