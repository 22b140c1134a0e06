// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { NameKind, TopicKind } from '../../../values.ts';

export interface NewTopic {
  'label'?: (string);
  'key'?: (string);
  'kind'?: (TopicKind | '');
  'vector'?: (Buffer | Uint8Array | string);
  'aliases'?: (string)[];
  'domain'?: (string);
  'count'?: (number);
  'nameKind'?: (NameKind | '');
}

export interface NewTopic__Out {
  'label': (string);
  'key': (string);
  'kind': (string);
  'vector': (Buffer);
  'aliases': (string)[];
  'domain': (string);
  'count': (number);
  'nameKind': (string);
}
