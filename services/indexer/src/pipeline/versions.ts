/** What a book was made with; when a part of it changes, books are made anew at the next run. */

/** Raise it when the same file gives other sections or blocks. */
const PARSER_VERSION = 'parser-v1';
/** Raise it when the same sections give other chunks. */
const CHUNKER_VERSION = 'chunks-v1';
/** Raise it when the same chunks give other topics. */
const TOPICS_VERSION = 'topics-v2';

/** @param fingerprint of the vectors, as the embedding service reports it */
export function pipelineVersion(fingerprint: string): string {
  return `${PARSER_VERSION}/${CHUNKER_VERSION}/${TOPICS_VERSION}/${fingerprint}`;
}

/** The fingerprint in a pipeline version: what follows the versions of parser, chunker and topics. */
export function fingerprintOf(pipeline: string): string {
  return pipeline.split('/').slice(3).join('/');
}
