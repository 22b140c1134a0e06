// Original file: proto/libtrails/library/v1/library.proto

import type { SignalInfo as _libtrails_library_v1_SignalInfo, SignalInfo__Out as _libtrails_library_v1_SignalInfo__Out } from '../../../libtrails/library/v1/SignalInfo.ts';

export interface ListSignalsResponse {
  'signals'?: (_libtrails_library_v1_SignalInfo)[];
}

export interface ListSignalsResponse__Out {
  'signals': (_libtrails_library_v1_SignalInfo__Out)[];
}
