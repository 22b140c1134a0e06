/** Calls of every method: messages of the contract with odd values, and bytes that are none. */
import { type ClientHttp2Session, connect } from 'node:http2';
import { status } from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';
import { startShelfService } from '@libtrails/retrieval/service.test-support';
import { mutateBytes } from '../mutate.ts';
import type { Random } from '../random.ts';
import type { OpenTarget } from '../target.ts';

interface Method {
  path: string;
  requestStream: boolean;
  responseStream: boolean;
  requestSerialize(value: object): Buffer;
  requestType: { type: object };
}
interface Field {
  name: string;
  type: string;
  label: string;
}

const NUMBERS = [0, 1, 2, -1, 100, 101, 4_294_967_295, 2_147_483_647];
const TEXTS = ['', 'whale', 'storm at sea', '"', '*', '\u0000', '\u202e', 'x'.repeat(3_000), '日本'];
/** The one never ends by itself, the other leaves a file each time. */
const LEFT_OUT = /WatchJobs|CreateBackup/;
/** What a server says that broke. INTERNAL is also grpc-js's own answer to bytes that are no message. */
const BROKEN: readonly number[] = [status.UNKNOWN, status.INTERNAL, status.DATA_LOSS];
const NO_MESSAGE = /deserializing request|Received unexpected|invalid compressed flag|parse|compress/i;
const PATIENCE_MS = 10_000;

export const open: OpenTarget = async () => {
  const service = await startShelfService();
  const methods = (['library', 'ingest'] as const).flatMap((name) => {
    const { definition } = loadContract<object>(name);
    return Object.entries(definition)
      .filter(([key]) => key.endsWith('Service'))
      .flatMap(([, methods]) => Object.values(methods as unknown as Record<string, Method>));
  });
  const callable = methods.filter(({ path }) => !LEFT_OUT.test(path));
  const session = connect(`http://${service.grpc}`);
  return {
    async run(random) {
      const method = random.pick(callable);
      const good = method.requestSerialize(message(method.requestType.type, random, 0));
      const bytes = random.oneIn(2) ? good : mutateBytes(good, random);
      const { code, details } = await call(session, method.path, framed(bytes, random));
      if (BROKEN.includes(code) && !NO_MESSAGE.test(details)) {
        throw new Error(`${method.path} ${bytes.toString('base64')}: ${status[code]} ${details}`);
      }
    },
    async close() {
      session.destroy();
      await service.stop();
    },
  };
};

/** An object of the message's type, with values that may be odd. */
function message(type: object, random: Random, depth: number): object {
  const out: Record<string, unknown> = {};
  for (const { name, type: kind, label } of (type as { field?: Field[] }).field ?? []) {
    if (random.oneIn(3) || (kind === 'TYPE_MESSAGE' && depth > 2)) continue;
    const value =
      kind === 'TYPE_STRING'
        ? random.pick(TEXTS)
        : kind === 'TYPE_BYTES'
          ? Buffer.alloc(random.below(40))
          : kind === 'TYPE_BOOL'
            ? random.oneIn(2)
            : kind === 'TYPE_MESSAGE'
              ? {}
              : random.pick(NUMBERS);
    out[camel(name)] =
      label === 'LABEL_REPEATED' ? Array.from({ length: random.below(5) }, () => value) : value;
  }
  return out;
}

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());

/** The length-prefixed frame of gRPC; now and then not a right one. */
function framed(bytes: Buffer, random: Random): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(random.oneIn(20) ? random.pick([0, 1, 0x00ff_ffff]) : bytes.length, 1);
  if (random.oneIn(40)) head[0] = random.below(256);
  return Buffer.concat([head, bytes]);
}

function call(
  session: ClientHttp2Session,
  path: string,
  body: Buffer,
): Promise<{ code: number; details: string }> {
  return new Promise((resolve, reject) => {
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
      'grpc-timeout': '8S',
    });
    let head: Record<string, unknown> = {};
    const timer = setTimeout(() => {
      stream.close();
      reject(new Error(`${path}: no answer within ${PATIENCE_MS / 1_000} s`));
    }, PATIENCE_MS);
    stream.on('response', (headers) => (head = headers));
    stream.on('trailers', (trailers) => (head = { ...head, ...trailers }));
    stream.on('data', () => {});
    stream.on('error', () => {});
    stream.on('close', () => {
      clearTimeout(timer);
      const code = Number(head['grpc-status'] ?? status.CANCELLED);
      resolve({ code, details: decodeURIComponent(String(head['grpc-message'] ?? '')) });
    });
    stream.end(body);
  });
}
