// Original file: proto/libtrails/ingest/v1/ingest.proto


export interface CatalogueEntry {
  'version'?: (string);
  'link'?: (string);
  'rating'?: (number | string);
}

export interface CatalogueEntry__Out {
  'version': (string);
  'link': (string);
  'rating': (number);
}
