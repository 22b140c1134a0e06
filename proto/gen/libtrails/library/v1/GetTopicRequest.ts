// Original file: proto/libtrails/library/v1/library.proto


export interface GetTopicRequest {
  'topicId'?: (number);
  'limit'?: (number);
}

export interface GetTopicRequest__Out {
  'topicId': (number);
  'limit': (number);
}
