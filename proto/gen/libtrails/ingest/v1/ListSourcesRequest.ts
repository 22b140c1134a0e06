// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface ListSourcesRequest {
}

export interface ListSourcesRequest__Out {
}
