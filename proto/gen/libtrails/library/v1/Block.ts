// Original file: proto/libtrails/library/v1/library.proto

import type { BlockType } from '../../../values.ts';

export interface Block {
  'type'?: (BlockType);
  'start'?: (number);
  'text'?: (string);
  'level'?: (number);
}

export interface Block__Out {
  'type': (BlockType);
  'start': (number);
  'text': (string);
  'level': (number);
}
