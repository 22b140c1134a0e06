// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { ThemeMember as _libtrails_ingest_v1_ThemeMember, ThemeMember__Out as _libtrails_ingest_v1_ThemeMember__Out } from '../../../libtrails/ingest/v1/ThemeMember.ts';

export interface NewTheme {
  'label'?: (string);
  'subtitle'?: (string);
  'domain'?: (number);
  'members'?: (_libtrails_ingest_v1_ThemeMember)[];
  'centroid'?: (Buffer | Uint8Array | string);
  'x'?: (number | string);
  'y'?: (number | string);
  'z'?: (number | string);
  'mapX'?: (number | string);
  'mapY'?: (number | string);
}

export interface NewTheme__Out {
  'label': (string);
  'subtitle': (string);
  'domain': (number);
  'members': (_libtrails_ingest_v1_ThemeMember__Out)[];
  'centroid': (Buffer);
  'x': (number);
  'y': (number);
  'z': (number);
  'mapX': (number);
  'mapY': (number);
}
