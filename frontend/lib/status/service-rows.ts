/** What the status page says about each service. Pure. */
import type { InfoResponse__Out as EmbeddingInfo } from '@libtrails/proto/types/embedding/v1/InfoResponse';
import type { EmbeddingState } from '../contract.ts';
import type { Outcome } from '../errors/outcome.ts';
import { bytes, duration } from '../format.ts';
import type { LibraryStatus } from '../model.ts';
import * as strings from './status-strings.ts';

export interface ServiceRow {
  name: string;
  state: EmbeddingState;
  details: string[];
}

/**
 * One row a service: web, retrieval, embedding.
 * @param webUptime seconds this server runs; @param webMemory its resident memory in bytes.
 */
export function serviceRows(
  library: Outcome<LibraryStatus>,
  embedding: Outcome<EmbeddingInfo>,
  webUptime: number,
  webMemory: number,
): ServiceRow[] {
  const facts = (uptime: number, memory: number, limit: number) => [
    `${strings.status.uptime} ${duration(uptime)}`,
    `${strings.status.memory} ${limit > 0 ? strings.status.memoryOf(bytes(memory), bytes(limit)) : bytes(memory)}`,
  ];
  const mismatch = library.ok && library.value.embedding?.state === 'mismatch';
  return [
    { name: strings.status.web, state: 'up', details: facts(webUptime, webMemory, 0) },
    library.ok
      ? {
          name: strings.status.retrieval,
          state: 'up',
          details: [
            `${strings.status.version} ${library.value.version}`,
            ...facts(library.value.uptimeSeconds, library.value.memoryBytes, library.value.memoryLimitBytes),
          ],
        }
      : { name: strings.status.retrieval, state: 'down', details: [] },
    embedding.ok
      ? {
          name: strings.status.embedding,
          state: mismatch ? 'mismatch' : 'up',
          details: [
            ...(mismatch && library.ok ? [library.value.embedding?.message ?? ''] : []),
            [embedding.value.model, embedding.value.precision, embedding.value.backend]
              .filter(Boolean)
              .join(', '),
            `${strings.status.uptime} ${duration(embedding.value.uptimeSeconds)}`,
          ],
        }
      : { name: strings.status.embedding, state: 'down', details: [] },
  ];
}

/** The state of the whole in one sentence: what a reader can do now. */
export function verdict(library: Outcome<LibraryStatus>, embedding: Outcome<EmbeddingInfo>): string {
  if (!library.ok) return strings.status.libraryDown;
  if (library.value.embedding?.state === 'mismatch') return strings.status.otherModel;
  if (!embedding.ok || library.value.embedding?.state === 'down') return strings.status.keywordOnly;
  return strings.status.working;
}
