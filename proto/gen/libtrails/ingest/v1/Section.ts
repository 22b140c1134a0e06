// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { SectionKind } from '../../../values.ts';
import type { PageStart as _libtrails_ingest_v1_PageStart, PageStart__Out as _libtrails_ingest_v1_PageStart__Out } from '../../../libtrails/ingest/v1/PageStart.ts';

export interface Section {
  'index'?: (number);
  'title'?: (string);
  'kind'?: (SectionKind | '');
  'depth'?: (number);
  'href'?: (string);
  'pages'?: (_libtrails_ingest_v1_PageStart)[];
}

export interface Section__Out {
  'index': (number);
  'title': (string);
  'kind': (string);
  'depth': (number);
  'href': (string);
  'pages': (_libtrails_ingest_v1_PageStart__Out)[];
}
