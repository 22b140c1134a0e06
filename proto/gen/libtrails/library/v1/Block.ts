// Original file: proto/libtrails/library/v1/library.proto


export interface Block {
  'type'?: (string);
  'start'?: (number);
  'text'?: (string);
  'level'?: (number);
}

export interface Block__Out {
  'type': (string);
  'start': (number);
  'text': (string);
  'level': (number);
}
