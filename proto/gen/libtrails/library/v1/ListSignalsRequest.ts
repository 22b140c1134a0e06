// Original file: proto/libtrails/library/v1/library.proto


export interface ListSignalsRequest {
}

export interface ListSignalsRequest__Out {
}
