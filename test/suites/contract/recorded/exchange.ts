/** Calls a running library and keeps what it answers. */
import { type Client, credentials } from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';
import { GRPC_REQUESTS, HTTP_REQUESTS } from './requests.ts';

export interface HttpExchange {
  method: string;
  path: string;
  status: number;
  contentType: string;
  /** JSON as sent, or the first characters of any other text; absent where the body is binary or empty. */
  body?: unknown;
}

export interface GrpcExchange {
  method: string;
  request: object;
  /** Of a call that failed: gRPC status and message. */
  error?: { code: number; details: string };
  answer?: unknown;
}

export interface Exchanges {
  http: HttpExchange[];
  grpc: GrpcExchange[];
}

/** Characters kept of a body that is text, and entries kept of a list: enough to compare, small in the repository. */
const KEPT_TEXT = 200;
const KEPT_ENTRIES = 2;

/** Makes every recorded call. @param api base address of the HTTP API @param grpc host and port */
export async function exchange(api: string, grpc: string): Promise<Exchanges> {
  const http: HttpExchange[] = [];
  for (const [method, path] of HTTP_REQUESTS) http.push(await callHttp(api, method, path));
  const { LibraryService } = loadContract<ProtoGrpcType>('library').grpc.libtrails.library.v1;
  const client = new LibraryService(grpc, credentials.createInsecure());
  try {
    const answers: GrpcExchange[] = [];
    for (const [method, request] of GRPC_REQUESTS) answers.push(await callGrpc(client, method, request));
    return { http, grpc: answers };
  } finally {
    client.close();
  }
}

/** The same with the lists of each answer cut to their beginning. */
export function shortened({ http, grpc }: Exchanges): Exchanges {
  return {
    http: http.map((call) => ({ ...call, ...('body' in call ? { body: beginning(call.body) } : {}) })),
    grpc: grpc.map((call) => ({ ...call, ...('answer' in call ? { answer: beginning(call.answer) } : {}) })),
  };
}

function beginning(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, KEPT_ENTRIES).map(beginning);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, beginning(part)]));
}

async function callHttp(api: string, method: string, path: string): Promise<HttpExchange> {
  const response = await fetch(api + path, { method });
  const contentType = response.headers.get('content-type') ?? '';
  const bytes = Buffer.from(await response.arrayBuffer());
  const head = { method, path, status: response.status, contentType };
  if (/json/.test(contentType)) return { ...head, body: JSON.parse(bytes.toString()) };
  if (/^text|xml/.test(contentType)) return { ...head, body: bytes.toString().slice(0, KEPT_TEXT) };
  return head;
}

type Call = (
  request: object,
  callback: (error: { code: number; details: string } | null, answer?: unknown) => void,
) => void;

function callGrpc(client: Client, method: string, request: object): Promise<GrpcExchange> {
  const call = (client as unknown as Record<string, Call>)[method]!;
  return new Promise((resolve) => {
    call.call(client, request, (error, answer) => {
      if (error) resolve({ method, request, error: { code: error.code, details: error.details } });
      else resolve({ method, request, answer });
    });
  });
}
