/** What a book was made with; when it changes, books are made anew. */
import { CHUNKER_VERSION } from '../chunks/chunk-book.ts';
import { PARSER_VERSION } from '../epub/parse.ts';

/** Raise it when the same chunks give other topics. */
export const TOPICS_VERSION = 'topics-v1';

/** @param fingerprint of the vectors, as the embedding service reports it */
export function pipelineVersion(fingerprint: string): string {
  return `${PARSER_VERSION}/${CHUNKER_VERSION}/${TOPICS_VERSION}/${fingerprint}`;
}

/** The fingerprint in a pipeline version: what follows the versions of parser, chunker and topics. */
export function fingerprintOf(pipeline: string): string {
  return pipeline.split('/').slice(3).join('/');
}
