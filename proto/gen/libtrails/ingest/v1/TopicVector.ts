// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { TopicKind } from '../../../values.ts';

export interface TopicVector {
  'id'?: (number);
  'label'?: (string);
  'kind'?: (TopicKind);
  'domain'?: (string);
  'passages'?: (number);
  'books'?: (number);
  'vector'?: (Buffer | Uint8Array | string);
  'context'?: (Buffer | Uint8Array | string);
}

export interface TopicVector__Out {
  'id': (number);
  'label': (string);
  'kind': (TopicKind);
  'domain': (string);
  'passages': (number);
  'books': (number);
  'vector': (Buffer);
  'context': (Buffer);
}
