// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface StreamTopicsRequest {
}

export interface StreamTopicsRequest__Out {
}
