// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { BlockType } from '../../../values.ts';

export interface BlockSpan {
  'type'?: (BlockType | '');
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
