// Original file: proto/libtrails/library/v1/library.proto


export interface Latency {
  'stage'?: (string);
  'p50Ms'?: (number | string);
  'p95Ms'?: (number | string);
  'searches'?: (number);
  'label'?: (string);
}

export interface Latency__Out {
  'stage': (string);
  'p50Ms': (number);
  'p95Ms': (number);
  'searches': (number);
  'label': (string);
}
