// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface ReportSkippedResponse {
}

export interface ReportSkippedResponse__Out {
}
