// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { NewTheme as _libtrails_ingest_v1_NewTheme, NewTheme__Out as _libtrails_ingest_v1_NewTheme__Out } from '../../../libtrails/ingest/v1/NewTheme.ts';

export interface ThemeBatch {
  'themes'?: (_libtrails_ingest_v1_NewTheme)[];
}

export interface ThemeBatch__Out {
  'themes': (_libtrails_ingest_v1_NewTheme__Out)[];
}
