// Original file: proto/libtrails/library/v1/library.proto

import type { Fusion, ResultOrder } from '../../../values.ts';
import type { Scope as _libtrails_library_v1_Scope, Scope__Out as _libtrails_library_v1_Scope__Out } from '../../../libtrails/library/v1/Scope.ts';
import type { Mode as _libtrails_library_v1_Mode, Mode__Out as _libtrails_library_v1_Mode__Out } from '../../../libtrails/library/v1/Mode.ts';
import type { SearchFilters as _libtrails_library_v1_SearchFilters, SearchFilters__Out as _libtrails_library_v1_SearchFilters__Out } from '../../../libtrails/library/v1/SearchFilters.ts';

export interface SearchRequest {
  'query'?: (string);
  'scope'?: (_libtrails_library_v1_Scope);
  'mode'?: (_libtrails_library_v1_Mode);
  'limit'?: (number);
  'offset'?: (number);
  'explain'?: (boolean);
  'signals'?: (string)[];
  'bookId'?: (number);
  'filters'?: (_libtrails_library_v1_SearchFilters | null);
  'facets'?: (boolean);
  'counts'?: (boolean);
  'order'?: (ResultOrder | '');
  'also'?: (number);
  'fusion'?: (Fusion | '');
  'asTyped'?: (boolean);
}

export interface SearchRequest__Out {
  'query': (string);
  'scope': (_libtrails_library_v1_Scope__Out);
  'mode': (_libtrails_library_v1_Mode__Out);
  'limit': (number);
  'offset': (number);
  'explain': (boolean);
  'signals': (string)[];
  'bookId': (number);
  'filters': (_libtrails_library_v1_SearchFilters__Out | null);
  'facets': (boolean);
  'counts': (boolean);
  'order': (string);
  'also': (number);
  'fusion': (string);
  'asTyped': (boolean);
}
