// Original file: proto/libtrails/library/v1/library.proto

import type { TopicKind } from '../../../values.ts';

export interface Topic {
  'id'?: (number);
  'label'?: (string);
  'kind'?: (TopicKind);
  'passages'?: (number);
  'books'?: (number);
}

export interface Topic__Out {
  'id': (number);
  'label': (string);
  'kind': (TopicKind);
  'passages': (number);
  'books': (number);
}
