// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface PauseIndexingRequest {
}

export interface PauseIndexingRequest__Out {
}
