/** What a book was made with; when a part of it changes, books are indexed again at the next run. */
import { formatByName } from '../formats/registry.ts';

/** Raise it when the same sections give other chunks. */
const CHUNKER_VERSION = 'chunks-v1';
/** Raise it when the same chunks give other topics. */
const TOPICS_VERSION = 'topics-v2';

/**
 * The version that a file is made with now: that of its format's reader, then those of chunks, topics and vectors.
 * @param fingerprint of the vectors, as the embedding service reports it
 */
export function pipelineVersion(fileName: string, fingerprint: string): string {
  return `${formatByName(fileName)?.version ?? 'none'}/${CHUNKER_VERSION}/${TOPICS_VERSION}/${fingerprint}`;
}

/** The fingerprint in a pipeline version: what follows the versions of reader, chunker and topics. */
export function fingerprintOf(pipeline: string): string {
  return pipeline.split('/').slice(3).join('/');
}
