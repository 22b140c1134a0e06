// Original file: proto/libtrails/embedding/v1/embedding.proto

import type { Kind as _libtrails_embedding_v1_Kind, Kind__Out as _libtrails_embedding_v1_Kind__Out } from '../../../libtrails/embedding/v1/Kind.ts';
import type { Priority as _libtrails_embedding_v1_Priority, Priority__Out as _libtrails_embedding_v1_Priority__Out } from '../../../libtrails/embedding/v1/Priority.ts';

export interface EmbedRequest {
  'texts'?: (string)[];
  'kind'?: (_libtrails_embedding_v1_Kind);
  'priority'?: (_libtrails_embedding_v1_Priority);
}

export interface EmbedRequest__Out {
  'texts': (string)[];
  'kind': (_libtrails_embedding_v1_Kind__Out);
  'priority': (_libtrails_embedding_v1_Priority__Out);
}
