// Original file: proto/libtrails/library/v1/library.proto

import type { Scope as _libtrails_library_v1_Scope, Scope__Out as _libtrails_library_v1_Scope__Out } from '../../../libtrails/library/v1/Scope.ts';
import type { Mode as _libtrails_library_v1_Mode, Mode__Out as _libtrails_library_v1_Mode__Out } from '../../../libtrails/library/v1/Mode.ts';
import type { TookMs as _libtrails_library_v1_TookMs, TookMs__Out as _libtrails_library_v1_TookMs__Out } from '../../../libtrails/library/v1/TookMs.ts';
import type { Result as _libtrails_library_v1_Result, Result__Out as _libtrails_library_v1_Result__Out } from '../../../libtrails/library/v1/Result.ts';
import type { ScopeCount as _libtrails_library_v1_ScopeCount, ScopeCount__Out as _libtrails_library_v1_ScopeCount__Out } from '../../../libtrails/library/v1/ScopeCount.ts';
import type { Facets as _libtrails_library_v1_Facets, Facets__Out as _libtrails_library_v1_Facets__Out } from '../../../libtrails/library/v1/Facets.ts';
import type { Degradation as _libtrails_library_v1_Degradation, Degradation__Out as _libtrails_library_v1_Degradation__Out } from '../../../libtrails/library/v1/Degradation.ts';
import type { FilterCost as _libtrails_library_v1_FilterCost, FilterCost__Out as _libtrails_library_v1_FilterCost__Out } from '../../../libtrails/library/v1/FilterCost.ts';
import type { IndexVersion as _libtrails_library_v1_IndexVersion, IndexVersion__Out as _libtrails_library_v1_IndexVersion__Out } from '../../../libtrails/library/v1/IndexVersion.ts';
import type { FieldMatch as _libtrails_library_v1_FieldMatch, FieldMatch__Out as _libtrails_library_v1_FieldMatch__Out } from '../../../libtrails/library/v1/FieldMatch.ts';
import type { SignalState as _libtrails_library_v1_SignalState, SignalState__Out as _libtrails_library_v1_SignalState__Out } from '../../../libtrails/library/v1/SignalState.ts';

export interface SearchResponse {
  'query'?: (string);
  'scope'?: (_libtrails_library_v1_Scope);
  'mode'?: (_libtrails_library_v1_Mode);
  'total'?: (number);
  'relevant'?: (boolean);
  'degraded'?: (boolean);
  'degradedReasons'?: (string)[];
  'tookMs'?: (_libtrails_library_v1_TookMs | null);
  'results'?: (_libtrails_library_v1_Result)[];
  'totalExact'?: (boolean);
  'counts'?: (_libtrails_library_v1_ScopeCount)[];
  'facets'?: (_libtrails_library_v1_Facets | null);
  'degradations'?: (_libtrails_library_v1_Degradation)[];
  'suggestions'?: (string)[];
  'without'?: (_libtrails_library_v1_FilterCost)[];
  'foundInside'?: (_libtrails_library_v1_Result)[];
  'topics'?: (_libtrails_library_v1_Result)[];
  'themes'?: (_libtrails_library_v1_Result)[];
  'domains'?: (_libtrails_library_v1_Result)[];
  'index'?: (_libtrails_library_v1_IndexVersion | null);
  'narrowedTo'?: (_libtrails_library_v1_FieldMatch)[];
  'leftOut'?: (string)[];
  'signals'?: (_libtrails_library_v1_SignalState)[];
  'searchedFor'?: (string);
  'answeringPassage'?: (number);
}

export interface SearchResponse__Out {
  'query': (string);
  'scope': (_libtrails_library_v1_Scope__Out);
  'mode': (_libtrails_library_v1_Mode__Out);
  'total': (number);
  'relevant': (boolean);
  'degraded': (boolean);
  'degradedReasons': (string)[];
  'tookMs': (_libtrails_library_v1_TookMs__Out | null);
  'results': (_libtrails_library_v1_Result__Out)[];
  'totalExact': (boolean);
  'counts': (_libtrails_library_v1_ScopeCount__Out)[];
  'facets': (_libtrails_library_v1_Facets__Out | null);
  'degradations': (_libtrails_library_v1_Degradation__Out)[];
  'suggestions': (string)[];
  'without': (_libtrails_library_v1_FilterCost__Out)[];
  'foundInside': (_libtrails_library_v1_Result__Out)[];
  'topics': (_libtrails_library_v1_Result__Out)[];
  'themes': (_libtrails_library_v1_Result__Out)[];
  'domains': (_libtrails_library_v1_Result__Out)[];
  'index': (_libtrails_library_v1_IndexVersion__Out | null);
  'narrowedTo': (_libtrails_library_v1_FieldMatch__Out)[];
  'leftOut': (string)[];
  'signals': (_libtrails_library_v1_SignalState__Out)[];
  'searchedFor': (string);
  'answeringPassage': (number);
}
