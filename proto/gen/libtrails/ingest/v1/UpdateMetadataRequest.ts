// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { Source as _libtrails_ingest_v1_Source, Source__Out as _libtrails_ingest_v1_Source__Out } from '../../../libtrails/ingest/v1/Source.ts';
import type { BookMetadata as _libtrails_ingest_v1_BookMetadata, BookMetadata__Out as _libtrails_ingest_v1_BookMetadata__Out } from '../../../libtrails/ingest/v1/BookMetadata.ts';
import type { CatalogueEntry as _libtrails_ingest_v1_CatalogueEntry, CatalogueEntry__Out as _libtrails_ingest_v1_CatalogueEntry__Out } from '../../../libtrails/ingest/v1/CatalogueEntry.ts';

export interface UpdateMetadataRequest {
  'source'?: (_libtrails_ingest_v1_Source | null);
  'metadata'?: (_libtrails_ingest_v1_BookMetadata | null);
  'catalogue'?: (_libtrails_ingest_v1_CatalogueEntry | null);
}

export interface UpdateMetadataRequest__Out {
  'source': (_libtrails_ingest_v1_Source__Out | null);
  'metadata': (_libtrails_ingest_v1_BookMetadata__Out | null);
  'catalogue': (_libtrails_ingest_v1_CatalogueEntry__Out | null);
}
