// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface WatchJobsRequest {
}

export interface WatchJobsRequest__Out {
}
