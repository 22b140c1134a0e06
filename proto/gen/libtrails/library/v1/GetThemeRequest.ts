// Original file: proto/libtrails/library/v1/library.proto


export interface GetThemeRequest {
  'themeId'?: (number);
}

export interface GetThemeRequest__Out {
  'themeId': (number);
}
