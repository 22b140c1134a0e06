// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface BookPhrase {
  'label'?: (string);
  'weight'?: (number | string);
  'vector'?: (Buffer | Uint8Array | string);
}

export interface BookPhrase__Out {
  'label': (string);
  'weight': (number);
  'vector': (Buffer);
}
