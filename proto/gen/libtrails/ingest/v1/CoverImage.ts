// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { CoverSize as _libtrails_ingest_v1_CoverSize, CoverSize__Out as _libtrails_ingest_v1_CoverSize__Out } from '../../../libtrails/ingest/v1/CoverSize.ts';

export interface CoverImage {
  'data'?: (Buffer | Uint8Array | string);
  'mediaType'?: (string);
  'width'?: (number);
  'height'?: (number);
  'color'?: (string);
  'smaller'?: (_libtrails_ingest_v1_CoverSize)[];
}

export interface CoverImage__Out {
  'data': (Buffer);
  'mediaType': (string);
  'width': (number);
  'height': (number);
  'color': (string);
  'smaller': (_libtrails_ingest_v1_CoverSize__Out)[];
}
