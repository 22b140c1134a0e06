// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface ReportProgressResponse {
}

export interface ReportProgressResponse__Out {
}
