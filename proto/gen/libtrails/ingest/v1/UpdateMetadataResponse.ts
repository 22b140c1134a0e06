// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface UpdateMetadataResponse {
}

export interface UpdateMetadataResponse__Out {
}
