// Original file: proto/libtrails/library/v1/library.proto

import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from '../../../libtrails/library/v1/Theme.ts';

export interface ThemeShare {
  'theme'?: (_libtrails_library_v1_Theme | null);
  'share'?: (number | string);
}

export interface ThemeShare__Out {
  'theme': (_libtrails_library_v1_Theme__Out | null);
  'share': (number);
}
