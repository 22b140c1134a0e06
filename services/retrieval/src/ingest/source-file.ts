/** The file that a call speaks of. */
import type { Source__Out as Source } from '@libtrails/proto/types/ingest/v1/Source';
import type { SourceFile } from '../store/finished-book.ts';
import { MAX_LABEL_UNITS } from './limits.ts';
import { wrong } from './refusal.ts';

/** @throws LibTrailsError invalid_argument if name or content hash are missing or can't be right */
export function toSourceFile(source: Source | null | undefined): SourceFile {
  if (source === null || source === undefined) throw wrong('The source is missing');
  const { fileName, contentHash, size, modifiedMs, pipeline } = source;
  if (fileName === '' || fileName.length > MAX_LABEL_UNITS) throw wrong('The source has no usable file name');
  if (!/^[0-9a-f]{64}$/.test(contentHash)) {
    throw wrong(`The content hash of "${fileName}" is not a SHA-256 in lower-case hex`);
  }
  return { fileName, contentHash, size, modifiedMs: Math.trunc(modifiedMs), pipeline };
}
