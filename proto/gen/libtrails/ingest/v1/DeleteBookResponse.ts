// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface DeleteBookResponse {
}

export interface DeleteBookResponse__Out {
}
