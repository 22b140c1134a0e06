// Original file: proto/libtrails/library/v1/library.proto


export interface ListDomainsRequest {
}

export interface ListDomainsRequest__Out {
}
