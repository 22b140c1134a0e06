// Original file: proto/libtrails/library/v1/library.proto

import type { JourneyCell as _libtrails_library_v1_JourneyCell, JourneyCell__Out as _libtrails_library_v1_JourneyCell__Out } from '../../../libtrails/library/v1/JourneyCell.ts';
import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from '../../../libtrails/library/v1/Theme.ts';

export interface Journey {
  'cells'?: (_libtrails_library_v1_JourneyCell)[];
  'themes'?: (_libtrails_library_v1_Theme)[];
}

export interface Journey__Out {
  'cells': (_libtrails_library_v1_JourneyCell__Out)[];
  'themes': (_libtrails_library_v1_Theme__Out)[];
}
