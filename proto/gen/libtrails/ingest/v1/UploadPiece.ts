// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface UploadPiece {
  'data'?: (Buffer | Uint8Array | string);
}

export interface UploadPiece__Out {
  'data': (Buffer);
}
