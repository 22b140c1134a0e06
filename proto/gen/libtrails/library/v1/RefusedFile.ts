// Original file: proto/libtrails/library/v1/library.proto


export interface RefusedFile {
  'fileName'?: (string);
  'code'?: (string);
  'reason'?: (string);
}

export interface RefusedFile__Out {
  'fileName': (string);
  'code': (string);
  'reason': (string);
}
