// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface NewTopic {
  'label'?: (string);
  'key'?: (string);
  'kind'?: (string);
  'vector'?: (Buffer | Uint8Array | string);
  'aliases'?: (string)[];
  'domain'?: (string);
  'count'?: (number);
  'nameKind'?: (string);
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
