// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';

export interface ThemeCard {
  'themeId'?: (number);
  'concentration'?: (number | string);
  'books'?: (_libtrails_library_v1_Book)[];
}

export interface ThemeCard__Out {
  'themeId': (number);
  'concentration': (number);
  'books': (_libtrails_library_v1_Book__Out)[];
}
