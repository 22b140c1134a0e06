// Original file: proto/libtrails/library/v1/library.proto

import type { RelatedPassage as _libtrails_library_v1_RelatedPassage, RelatedPassage__Out as _libtrails_library_v1_RelatedPassage__Out } from '../../../libtrails/library/v1/RelatedPassage.ts';

export interface RelatedPassagesResponse {
  'results'?: (_libtrails_library_v1_RelatedPassage)[];
}

export interface RelatedPassagesResponse__Out {
  'results': (_libtrails_library_v1_RelatedPassage__Out)[];
}
