// Original file: proto/libtrails/library/v1/library.proto


export interface StatusRequest {
}

export interface StatusRequest__Out {
}
