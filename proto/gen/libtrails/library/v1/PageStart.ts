// Original file: proto/libtrails/library/v1/library.proto


export interface PageStart {
  'label'?: (string);
  'at'?: (number);
}

export interface PageStart__Out {
  'label': (string);
  'at': (number);
}
