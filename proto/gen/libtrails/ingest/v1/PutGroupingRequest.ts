// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { GroupingHeader as _libtrails_ingest_v1_GroupingHeader, GroupingHeader__Out as _libtrails_ingest_v1_GroupingHeader__Out } from '../../../libtrails/ingest/v1/GroupingHeader.ts';
import type { MergeBatch as _libtrails_ingest_v1_MergeBatch, MergeBatch__Out as _libtrails_ingest_v1_MergeBatch__Out } from '../../../libtrails/ingest/v1/MergeBatch.ts';
import type { DomainBatch as _libtrails_ingest_v1_DomainBatch, DomainBatch__Out as _libtrails_ingest_v1_DomainBatch__Out } from '../../../libtrails/ingest/v1/DomainBatch.ts';
import type { ThemeBatch as _libtrails_ingest_v1_ThemeBatch, ThemeBatch__Out as _libtrails_ingest_v1_ThemeBatch__Out } from '../../../libtrails/ingest/v1/ThemeBatch.ts';
import type { GroupingFooter as _libtrails_ingest_v1_GroupingFooter, GroupingFooter__Out as _libtrails_ingest_v1_GroupingFooter__Out } from '../../../libtrails/ingest/v1/GroupingFooter.ts';

export interface PutGroupingRequest {
  'header'?: (_libtrails_ingest_v1_GroupingHeader | null);
  'merges'?: (_libtrails_ingest_v1_MergeBatch | null);
  'domains'?: (_libtrails_ingest_v1_DomainBatch | null);
  'themes'?: (_libtrails_ingest_v1_ThemeBatch | null);
  'footer'?: (_libtrails_ingest_v1_GroupingFooter | null);
  'part'?: "header"|"merges"|"domains"|"themes"|"footer";
}

export interface PutGroupingRequest__Out {
  'header'?: (_libtrails_ingest_v1_GroupingHeader__Out | null);
  'merges'?: (_libtrails_ingest_v1_MergeBatch__Out | null);
  'domains'?: (_libtrails_ingest_v1_DomainBatch__Out | null);
  'themes'?: (_libtrails_ingest_v1_ThemeBatch__Out | null);
  'footer'?: (_libtrails_ingest_v1_GroupingFooter__Out | null);
  'part'?: "header"|"merges"|"domains"|"themes"|"footer";
}
