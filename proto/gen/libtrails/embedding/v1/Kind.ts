// Original file: proto/libtrails/embedding/v1/embedding.proto

export const Kind = {
  KIND_UNSPECIFIED: 'KIND_UNSPECIFIED',
  QUERY: 'QUERY',
  PASSAGE: 'PASSAGE',
  LABEL: 'LABEL',
} as const;

export type Kind =
  | 'KIND_UNSPECIFIED'
  | 0
  | 'QUERY'
  | 1
  | 'PASSAGE'
  | 2
  | 'LABEL'
  | 3

export type Kind__Out = typeof Kind[keyof typeof Kind]
