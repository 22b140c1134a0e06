// Original file: proto/libtrails/library/v1/library.proto

import type { Suggestion as _libtrails_library_v1_Suggestion, Suggestion__Out as _libtrails_library_v1_Suggestion__Out } from '../../../libtrails/library/v1/Suggestion.ts';

export interface SuggestResponse {
  'completions'?: (_libtrails_library_v1_Suggestion)[];
  'spellings'?: (string)[];
}

export interface SuggestResponse__Out {
  'completions': (_libtrails_library_v1_Suggestion__Out)[];
  'spellings': (string)[];
}
