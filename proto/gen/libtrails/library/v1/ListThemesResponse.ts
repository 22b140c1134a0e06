// Original file: proto/libtrails/library/v1/library.proto

import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from '../../../libtrails/library/v1/Theme.ts';

export interface ListThemesResponse {
  'themes'?: (_libtrails_library_v1_Theme)[];
  'nextCursor'?: (string);
  'total'?: (number);
}

export interface ListThemesResponse__Out {
  'themes': (_libtrails_library_v1_Theme__Out)[];
  'nextCursor': (string);
  'total': (number);
}
