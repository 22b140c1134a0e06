// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { BookHeader as _libtrails_ingest_v1_BookHeader, BookHeader__Out as _libtrails_ingest_v1_BookHeader__Out } from '../../../libtrails/ingest/v1/BookHeader.ts';
import type { TopicBatch as _libtrails_ingest_v1_TopicBatch, TopicBatch__Out as _libtrails_ingest_v1_TopicBatch__Out } from '../../../libtrails/ingest/v1/TopicBatch.ts';
import type { Section as _libtrails_ingest_v1_Section, Section__Out as _libtrails_ingest_v1_Section__Out } from '../../../libtrails/ingest/v1/Section.ts';
import type { ChunkBatch as _libtrails_ingest_v1_ChunkBatch, ChunkBatch__Out as _libtrails_ingest_v1_ChunkBatch__Out } from '../../../libtrails/ingest/v1/ChunkBatch.ts';
import type { PhraseBatch as _libtrails_ingest_v1_PhraseBatch, PhraseBatch__Out as _libtrails_ingest_v1_PhraseBatch__Out } from '../../../libtrails/ingest/v1/PhraseBatch.ts';
import type { CoverImage as _libtrails_ingest_v1_CoverImage, CoverImage__Out as _libtrails_ingest_v1_CoverImage__Out } from '../../../libtrails/ingest/v1/CoverImage.ts';
import type { BookFooter as _libtrails_ingest_v1_BookFooter, BookFooter__Out as _libtrails_ingest_v1_BookFooter__Out } from '../../../libtrails/ingest/v1/BookFooter.ts';

export interface PutBookRequest {
  'header'?: (_libtrails_ingest_v1_BookHeader | null);
  'topics'?: (_libtrails_ingest_v1_TopicBatch | null);
  'section'?: (_libtrails_ingest_v1_Section | null);
  'chunks'?: (_libtrails_ingest_v1_ChunkBatch | null);
  'phrases'?: (_libtrails_ingest_v1_PhraseBatch | null);
  'cover'?: (_libtrails_ingest_v1_CoverImage | null);
  'footer'?: (_libtrails_ingest_v1_BookFooter | null);
  'part'?: "header"|"topics"|"section"|"chunks"|"phrases"|"cover"|"footer";
}

export interface PutBookRequest__Out {
  'header'?: (_libtrails_ingest_v1_BookHeader__Out | null);
  'topics'?: (_libtrails_ingest_v1_TopicBatch__Out | null);
  'section'?: (_libtrails_ingest_v1_Section__Out | null);
  'chunks'?: (_libtrails_ingest_v1_ChunkBatch__Out | null);
  'phrases'?: (_libtrails_ingest_v1_PhraseBatch__Out | null);
  'cover'?: (_libtrails_ingest_v1_CoverImage__Out | null);
  'footer'?: (_libtrails_ingest_v1_BookFooter__Out | null);
  'part'?: "header"|"topics"|"section"|"chunks"|"phrases"|"cover"|"footer";
}
