// Original file: proto/libtrails/embedding/v1/embedding.proto

export const Priority = {
  PRIORITY_UNSPECIFIED: 'PRIORITY_UNSPECIFIED',
  INTERACTIVE: 'INTERACTIVE',
  BULK: 'BULK',
} as const;

export type Priority =
  | 'PRIORITY_UNSPECIFIED'
  | 0
  | 'INTERACTIVE'
  | 1
  | 'BULK'
  | 2

export type Priority__Out = typeof Priority[keyof typeof Priority]
