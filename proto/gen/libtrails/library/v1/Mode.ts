// Original file: proto/libtrails/library/v1/library.proto

export const Mode = {
  MODE_UNSPECIFIED: 'MODE_UNSPECIFIED',
  HYBRID: 'HYBRID',
  KEYWORD: 'KEYWORD',
  SEMANTIC: 'SEMANTIC',
} as const;

export type Mode =
  | 'MODE_UNSPECIFIED'
  | 0
  | 'HYBRID'
  | 1
  | 'KEYWORD'
  | 2
  | 'SEMANTIC'
  | 3

export type Mode__Out = typeof Mode[keyof typeof Mode]
