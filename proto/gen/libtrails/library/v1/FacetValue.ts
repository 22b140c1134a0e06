// Original file: proto/libtrails/library/v1/library.proto


export interface FacetValue {
  'value'?: (string);
  'label'?: (string);
  'count'?: (number);
}

export interface FacetValue__Out {
  'value': (string);
  'label': (string);
  'count': (number);
}
