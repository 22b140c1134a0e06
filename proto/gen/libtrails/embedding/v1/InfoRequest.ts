// Original file: proto/libtrails/embedding/v1/embedding.proto


export interface InfoRequest {
}

export interface InfoRequest__Out {
}
