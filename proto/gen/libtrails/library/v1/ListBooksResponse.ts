// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';
import type { Facets as _libtrails_library_v1_Facets, Facets__Out as _libtrails_library_v1_Facets__Out } from '../../../libtrails/library/v1/Facets.ts';

export interface ListBooksResponse {
  'books'?: (_libtrails_library_v1_Book)[];
  'nextCursor'?: (string);
  'total'?: (number);
  'facets'?: (_libtrails_library_v1_Facets | null);
  'pages'?: (number);
}

export interface ListBooksResponse__Out {
  'books': (_libtrails_library_v1_Book__Out)[];
  'nextCursor': (string);
  'total': (number);
  'facets': (_libtrails_library_v1_Facets__Out | null);
  'pages': (number);
}
