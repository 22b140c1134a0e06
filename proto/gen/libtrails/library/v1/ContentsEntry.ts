// Original file: proto/libtrails/library/v1/library.proto

import type { SectionKind } from '../../../values.ts';

export interface ContentsEntry {
  'index'?: (number);
  'title'?: (string);
  'kind'?: (SectionKind);
  'depth'?: (number);
  'words'?: (number);
  'position'?: (number | string);
}

export interface ContentsEntry__Out {
  'index': (number);
  'title': (string);
  'kind': (SectionKind);
  'depth': (number);
  'words': (number);
  'position': (number);
}
