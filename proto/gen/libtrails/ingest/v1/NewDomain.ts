// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface NewDomain {
  'label'?: (string);
}

export interface NewDomain__Out {
  'label': (string);
}
