// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface BlockSpan {
  'type'?: (string);
  'start'?: (number);
  'end'?: (number);
  'level'?: (number);
  'continued'?: (boolean);
}

export interface BlockSpan__Out {
  'type': (string);
  'start': (number);
  'end': (number);
  'level': (number);
  'continued': (boolean);
}
