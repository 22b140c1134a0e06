// Original file: proto/libtrails/library/v1/library.proto

import type { FacetValue as _libtrails_library_v1_FacetValue, FacetValue__Out as _libtrails_library_v1_FacetValue__Out } from '../../../libtrails/library/v1/FacetValue.ts';

export interface Facets {
  'authors'?: (_libtrails_library_v1_FacetValue)[];
  'series'?: (_libtrails_library_v1_FacetValue)[];
  'subjects'?: (_libtrails_library_v1_FacetValue)[];
  'languages'?: (_libtrails_library_v1_FacetValue)[];
  'domains'?: (_libtrails_library_v1_FacetValue)[];
  'themes'?: (_libtrails_library_v1_FacetValue)[];
  'decades'?: (_libtrails_library_v1_FacetValue)[];
  'added'?: (_libtrails_library_v1_FacetValue)[];
  'undated'?: (number);
}

export interface Facets__Out {
  'authors': (_libtrails_library_v1_FacetValue__Out)[];
  'series': (_libtrails_library_v1_FacetValue__Out)[];
  'subjects': (_libtrails_library_v1_FacetValue__Out)[];
  'languages': (_libtrails_library_v1_FacetValue__Out)[];
  'domains': (_libtrails_library_v1_FacetValue__Out)[];
  'themes': (_libtrails_library_v1_FacetValue__Out)[];
  'decades': (_libtrails_library_v1_FacetValue__Out)[];
  'added': (_libtrails_library_v1_FacetValue__Out)[];
  'undated': (number);
}
