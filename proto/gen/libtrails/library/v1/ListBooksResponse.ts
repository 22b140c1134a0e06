// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';

export interface ListBooksResponse {
  'books'?: (_libtrails_library_v1_Book)[];
  'nextCursor'?: (string);
  'total'?: (number);
}

export interface ListBooksResponse__Out {
  'books': (_libtrails_library_v1_Book__Out)[];
  'nextCursor': (string);
  'total': (number);
}
