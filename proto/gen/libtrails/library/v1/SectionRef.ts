// Original file: proto/libtrails/library/v1/library.proto

import type { SectionKind } from '../../../values.ts';

export interface SectionRef {
  'index'?: (number);
  'title'?: (string);
  'kind'?: (SectionKind);
}

export interface SectionRef__Out {
  'index': (number);
  'title': (string);
  'kind': (SectionKind);
}
