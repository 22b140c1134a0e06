/** IngestService on its own port, over an empty library, with a client. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientReadableStream, Metadata } from '@grpc/grpc-js';
import { authMetadata, connect } from '@libtrails/common/grpc-client';
import { grpcLatency, startGrpcServer } from '@libtrails/common/grpc-server';
import { createLogger } from '@libtrails/common/log';
import { createMetrics } from '@libtrails/common/metrics';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/ingest';
import type { IngestServiceClient } from '@libtrails/proto/types/ingest/v1/IngestService';
import type { PutBookRequest } from '@libtrails/proto/types/ingest/v1/PutBookRequest';
import type { PutBookResponse__Out as PutBookResponse } from '@libtrails/proto/types/ingest/v1/PutBookResponse';
import { Access } from '../access/access.ts';
import { Ingest } from '../ingest/ingest.ts';
import { Jobs } from '../jobs/jobs.ts';
import { SkippedEntries } from '../jobs/skipped-entries.ts';
import type { Library } from '../store/sqlite/library.ts';
import { openLibrary } from '../store/sqlite/open-library.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { Backups } from '../store/sqlite/upkeep/backups.ts';
import type { Store } from '../store/store.ts';
import { type IngestDoorParts, ingestDoor } from './ingest-door.ts';

export const TOKEN = 'a-token-for-this-test';
export const TIMEOUT = { timeoutMs: 5_000 };

/** A book of two chunks. */
export const whale = {
  fileName: 'whale.epub',
  title: 'The Whale',
  chunks: [
    { text: 'Call me Ishmael.', topics: ['whaling voyage', 'concept:obsession'] },
    { text: 'The white whale.', topics: ['white whale', 'concept:obsession'] },
  ],
  names: ['Ahab'],
  phrases: ['white whale'],
};

export interface OpenDoor {
  folder: string;
  library: Library;
  store: Store;
  jobs: Jobs;
  client: IngestServiceClient;
  close(): Promise<void>;
}

/** Backups are real ones unless given. */
export async function openIngestDoor(
  given: Partial<Pick<IngestDoorParts, 'backups'>> = {},
): Promise<OpenDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-door-'));
  const library = await openLibrary(folder);
  const store = sqliteStore(library);
  const jobs = new Jobs(store, folder);
  await jobs.start();
  const stopping = new AbortController();
  const log = createLogger('test', 'silent');
  const { definition, grpc } = loadContract<ProtoGrpcType>('ingest');
  const { IngestService } = grpc.libtrails.ingest.v1;
  const implementation = ingestDoor({
    store,
    ingest: new Ingest(store),
    jobs,
    skipped: new SkippedEntries(),
    backups: given.backups ?? new Backups(folder, stopping.signal),
    access: new Access(
      { token: TOKEN, serviceKey: undefined, password: undefined, trustLoopback: true },
      { read: () => ({ sessionKey: 'unused' }), endSession: () => {} },
    ),
    tools: { log, latency: grpcLatency(createMetrics('test')) },
    stopping: stopping.signal,
  });
  const server = await startGrpcServer({
    host: '127.0.0.1',
    port: 0,
    services: [{ name: 'libtrails.ingest.v1.IngestService', service: IngestService.service, implementation }],
    definitions: [definition],
    log,
  });
  const client = connect(IngestService, `127.0.0.1:${server.port}`);
  return {
    folder,
    library,
    store,
    jobs,
    client,
    close: async () => {
      stopping.abort();
      client.close();
      await server.drain(1_000);
      jobs.stop();
      await library.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Streams a book in. */
export function putBook(
  { client }: OpenDoor,
  parts: readonly PutBookRequest[],
  metadata?: Metadata,
): Promise<PutBookResponse> {
  return new Promise((resolve, reject) => {
    const call = client.putBook(metadata ?? authMetadata(undefined), (error, answer) => {
      if (error) reject(error);
      else resolve(answer as PutBookResponse);
    });
    // The server may answer before all parts are written.
    call.on('error', () => undefined);
    for (const part of parts) call.write(part);
    call.end();
  });
}

export async function collect<T>(stream: ClientReadableStream<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item as T);
  return items;
}
