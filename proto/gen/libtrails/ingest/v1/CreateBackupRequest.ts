// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface CreateBackupRequest {
  'keep'?: (number);
  'thorough'?: (boolean);
  'folder'?: (string);
}

export interface CreateBackupRequest__Out {
  'keep': (number);
  'thorough': (boolean);
  'folder': (string);
}
