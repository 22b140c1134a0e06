// Original file: proto/libtrails/library/v1/library.proto

export const Scope = {
  SCOPE_UNSPECIFIED: 'SCOPE_UNSPECIFIED',
  BOOKS: 'BOOKS',
  PASSAGES: 'PASSAGES',
  TOPICS: 'TOPICS',
  THEMES: 'THEMES',
  DOMAINS: 'DOMAINS',
  EVERYTHING: 'EVERYTHING',
} as const;

export type Scope =
  | 'SCOPE_UNSPECIFIED'
  | 0
  | 'BOOKS'
  | 1
  | 'PASSAGES'
  | 2
  | 'TOPICS'
  | 3
  | 'THEMES'
  | 4
  | 'DOMAINS'
  | 5
  | 'EVERYTHING'
  | 6

export type Scope__Out = typeof Scope[keyof typeof Scope]
