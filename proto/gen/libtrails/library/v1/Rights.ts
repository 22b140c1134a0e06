// Original file: proto/libtrails/library/v1/library.proto


export interface Rights {
  'read'?: (boolean);
  'write'?: (boolean);
  'signedIn'?: (boolean);
}

export interface Rights__Out {
  'read': (boolean);
  'write': (boolean);
  'signedIn': (boolean);
}
