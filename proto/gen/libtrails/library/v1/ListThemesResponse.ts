// Original file: proto/libtrails/library/v1/library.proto

import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from '../../../libtrails/library/v1/Theme.ts';
import type { FacetValue as _libtrails_library_v1_FacetValue, FacetValue__Out as _libtrails_library_v1_FacetValue__Out } from '../../../libtrails/library/v1/FacetValue.ts';
import type { ThemeCard as _libtrails_library_v1_ThemeCard, ThemeCard__Out as _libtrails_library_v1_ThemeCard__Out } from '../../../libtrails/library/v1/ThemeCard.ts';

export interface ListThemesResponse {
  'themes'?: (_libtrails_library_v1_Theme)[];
  'nextCursor'?: (string);
  'total'?: (number);
  'pages'?: (number);
  'domains'?: (_libtrails_library_v1_FacetValue)[];
  'cards'?: (_libtrails_library_v1_ThemeCard)[];
}

export interface ListThemesResponse__Out {
  'themes': (_libtrails_library_v1_Theme__Out)[];
  'nextCursor': (string);
  'total': (number);
  'pages': (number);
  'domains': (_libtrails_library_v1_FacetValue__Out)[];
  'cards': (_libtrails_library_v1_ThemeCard__Out)[];
}
