// Original file: proto/libtrails/library/v1/library.proto

import type { PlaceState } from '../../../values.ts';

export interface ResolvedPlace {
  'state'?: (PlaceState);
  'section'?: (number);
  'start'?: (number);
  'end'?: (number);
  'passageId'?: (number);
}

export interface ResolvedPlace__Out {
  'state': (PlaceState);
  'section': (number);
  'start': (number);
  'end': (number);
  'passageId': (number);
}
