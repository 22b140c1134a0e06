// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { Source as _libtrails_ingest_v1_Source, Source__Out as _libtrails_ingest_v1_Source__Out } from '../../../libtrails/ingest/v1/Source.ts';
import type { BookMetadata as _libtrails_ingest_v1_BookMetadata, BookMetadata__Out as _libtrails_ingest_v1_BookMetadata__Out } from '../../../libtrails/ingest/v1/BookMetadata.ts';
import type { CatalogueEntry as _libtrails_ingest_v1_CatalogueEntry, CatalogueEntry__Out as _libtrails_ingest_v1_CatalogueEntry__Out } from '../../../libtrails/ingest/v1/CatalogueEntry.ts';

export interface BookHeader {
  'source'?: (_libtrails_ingest_v1_Source | null);
  'title'?: (string);
  'authors'?: (string)[];
  'language'?: (string);
  'year'?: (number);
  'description'?: (string);
  'subjects'?: (string)[];
  'publisher'?: (string);
  'identifiers'?: (string)[];
  'fingerprint'?: (string);
  'dims'?: (number);
  'vector'?: (Buffer | Uint8Array | string);
  'series'?: (string);
  'seriesIndex'?: (number | string);
  'metadata'?: (_libtrails_ingest_v1_BookMetadata | null);
  'takesOver'?: (string);
  'catalogue'?: (_libtrails_ingest_v1_CatalogueEntry | null);
}

export interface BookHeader__Out {
  'source': (_libtrails_ingest_v1_Source__Out | null);
  'title': (string);
  'authors': (string)[];
  'language': (string);
  'year': (number);
  'description': (string);
  'subjects': (string)[];
  'publisher': (string);
  'identifiers': (string)[];
  'fingerprint': (string);
  'dims': (number);
  'vector': (Buffer);
  'series': (string);
  'seriesIndex': (number);
  'metadata': (_libtrails_ingest_v1_BookMetadata__Out | null);
  'takesOver': (string);
  'catalogue': (_libtrails_ingest_v1_CatalogueEntry__Out | null);
}
