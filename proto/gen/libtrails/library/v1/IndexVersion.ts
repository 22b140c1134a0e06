// Original file: proto/libtrails/library/v1/library.proto


export interface IndexVersion {
  'revision'?: (number);
  'generation'?: (number);
}

export interface IndexVersion__Out {
  'revision': (number);
  'generation': (number);
}
