/** What is tried over gRPC, without a client that would refuse to send it. */
import { connect } from 'node:http2';
import { status } from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';

const PATIENCE_MS = 20_000;

/** Paths of all methods that write. */
export function writingMethods(): string[] {
  const { definition } = loadContract<object>('ingest');
  return Object.entries(definition)
    .filter(([name]) => name.endsWith('IngestService'))
    .flatMap(([, methods]) => Object.values(methods as unknown as Record<string, { path: string }>))
    .map(({ path }) => path);
}

export const isRefusal = (code: number): boolean =>
  code === status.UNAUTHENTICATED || code === status.PERMISSION_DENIED;

/** A method of gRPC with one empty message; its status. */
export function callEmpty(
  target: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const session = connect(`http://${target}`);
    let code = -1;
    const end = () => {
      clearTimeout(timer);
      session.destroy();
      resolve(code);
    };
    const timer = setTimeout(end, PATIENCE_MS);
    session.on('error', end);
    const own = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
    const stream = session.request({ ...headers, ...own });
    const note = (fields: Record<string, unknown>) => {
      if (fields['grpc-status'] !== undefined) code = Number(fields['grpc-status']);
    };
    stream.on('response', note).on('trailers', note).on('error', end).on('close', end).resume();
    stream.end(Buffer.alloc(5));
  });
}
