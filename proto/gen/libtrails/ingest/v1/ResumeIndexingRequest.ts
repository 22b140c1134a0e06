// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface ResumeIndexingRequest {
}

export interface ResumeIndexingRequest__Out {
}
