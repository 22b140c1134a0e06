// Original file: proto/libtrails/library/v1/library.proto

import type { EvidenceKind } from '../../../values.ts';

export interface SignalTrace {
  'name'?: (string);
  'rank'?: (number);
  'raw'?: (number | string);
  'share'?: (number | string);
  'matched'?: (string);
  'matchedKind'?: (EvidenceKind);
  'matchedId'?: (number);
  'rankWithout'?: (number);
  'because'?: (string);
}

export interface SignalTrace__Out {
  'name': (string);
  'rank': (number);
  'raw': (number);
  'share': (number);
  'matched': (string);
  'matchedKind': (EvidenceKind);
  'matchedId': (number);
  'rankWithout': (number);
  'because': (string);
}
