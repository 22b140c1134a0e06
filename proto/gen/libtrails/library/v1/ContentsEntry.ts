// Original file: proto/libtrails/library/v1/library.proto


export interface ContentsEntry {
  'index'?: (number);
  'title'?: (string);
  'kind'?: (string);
  'depth'?: (number);
  'words'?: (number);
  'position'?: (number | string);
}

export interface ContentsEntry__Out {
  'index': (number);
  'title': (string);
  'kind': (string);
  'depth': (number);
  'words': (number);
  'position': (number);
}
