// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';

export interface BookCount {
  'book'?: (_libtrails_library_v1_Book | null);
  'passages'?: (number);
  'concentration'?: (number | string);
  'share'?: (number | string);
  'primary'?: (boolean);
}

export interface BookCount__Out {
  'book': (_libtrails_library_v1_Book__Out | null);
  'passages': (number);
  'concentration': (number);
  'share': (number);
  'primary': (boolean);
}
