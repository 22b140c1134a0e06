// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface RefuseSourceResponse {
}

export interface RefuseSourceResponse__Out {
}
