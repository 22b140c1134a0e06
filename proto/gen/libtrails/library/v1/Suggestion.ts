// Original file: proto/libtrails/library/v1/library.proto

import type { SuggestionKind } from '../../../values.ts';

export interface Suggestion {
  'kind'?: (SuggestionKind);
  'id'?: (number);
  'text'?: (string);
  'books'?: (number);
}

export interface Suggestion__Out {
  'kind': (SuggestionKind);
  'id': (number);
  'text': (string);
  'books': (number);
}
