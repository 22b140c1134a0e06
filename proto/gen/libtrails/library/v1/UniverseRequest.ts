// Original file: proto/libtrails/library/v1/library.proto


export interface UniverseRequest {
}

export interface UniverseRequest__Out {
}
