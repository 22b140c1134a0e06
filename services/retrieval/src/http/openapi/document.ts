/** The OpenAPI document: parameters from zod, bodies from the contract, the rest from the table of operations. Pure. */
import { ERRORS } from '@libtrails/common/errors';
import type { ContractMessage, ContractModel } from '@libtrails/proto/contract';
import { messagesWithin } from '@libtrails/proto/write-types';
import { z } from 'zod';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { parametersOf } from './parameters.ts';
import { messageSchema, type Schema } from './schemas.ts';

export interface DocumentParts {
  /** The contract of reading. */
  library: ContractModel;
  /** The contract of writing, for the answer to a backup. */
  ingest: ContractModel;
  /** Names of the registered signals. */
  signals: readonly string[];
  /** Codes of files that the indexer refuses or leaves out. */
  refusals: readonly string[];
  /** Bodies to show, by operation. */
  examples: Readonly<Record<string, unknown>>;
  version: string;
}

const DESCRIPTION =
  'Search by meaning and by word over one library of books, and everything a reader browses. Bodies are the messages ' +
  'of the gRPC contract in JSON: names in lowerCamelCase, 64-bit integers as numbers, enums in lower case, ranges as ' +
  '[start, end] in UTF-16 units, and absent messages left out. Errors are problem details (RFC 9457).';

const WRITERS = 'Needs the token, a session of the web page, or a connection from the machine itself.';
const SECURITY = {
  anyone: [],
  writers: [{}, { writer: [] }, { token: [] }],
} as const;

/** Writes the document. @throws Error if an operation names a message that the contract lacks */
export function openApiDocument(parts: DocumentParts): object {
  const known = { SignalName: parts.signals, ErrorCode: Object.keys(ERRORS), RefusalCode: parts.refusals };
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    const [method, path] = operation.route.split(' ') as [string, string];
    paths[path] ??= {};
    paths[path][method] = describe(operation, path, parts.examples[operation.id]);
  }
  const roots = ['Problem', ...OPERATIONS.flatMap(({ answer }) => answer?.message ?? [])];
  const ofContract = (contract: ContractModel, some: readonly string[]) =>
    messagesWithin(contract, some).map(
      (message: ContractMessage) => [message.name, messageSchema(contract, message, known)] as const,
    );
  return {
    openapi: '3.1.0',
    info: {
      title: 'LibTrails',
      version: parts.version,
      summary: 'Find ideas in your own books',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{}, { reader: [] }, { password: [] }, { token: [] }],
    paths,
    components: {
      securitySchemes: SECURITY_SCHEMES,
      responses: problemResponses(),
      schemas: Object.fromEntries([
        ...ofContract(
          parts.library,
          roots.filter((name) => parts.library.messages.has(name)),
        ),
        ...ofContract(
          parts.ingest,
          roots.filter((name) => !parts.library.messages.has(name)),
        ),
      ]),
    },
  };
}

function describe(operation: Operation, path: string, example: unknown): object {
  const { id, tag, summary, request, without = [], body, answer, others = {}, problems, access } = operation;
  const description = [operation.description, access === 'writers' ? WRITERS : undefined]
    .filter((text) => text !== undefined)
    .join(' ');
  const parameters = request === undefined ? [] : parametersOf(path, request, without);
  const success = answer === undefined ? {} : { [answer.status ?? 200]: successOf(operation, example) };
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === '' ? {} : { description }),
    ...(access === undefined ? {} : { security: SECURITY[access] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      ...success,
      ...Object.fromEntries(Object.entries(others).map(([status, text]) => [status, { description: text }])),
      ...Object.fromEntries(problems.map((status) => [status, { $ref: `#/components/responses/${status}` }])),
    },
  };
}

function successOf({ summary, answer }: Operation, example: unknown): object {
  const json = answer?.message && {
    'application/json': {
      schema: { $ref: `#/components/schemas/${answer.message}` },
      ...(example === undefined ? {} : { example }),
    },
  };
  return { description: summary, content: { ...json, ...contentOf(answer?.content ?? {}) } };
}

function contentOf(content: NonNullable<Operation['body']>): object {
  return Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [
      type,
      { schema: schema instanceof z.ZodType ? bodySchema(schema) : schema },
    ]),
  );
}

function bodySchema(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

/** One response for each HTTP status of the table of errors. */
function problemResponses(): object {
  const codes = new Map<number, string[]>();
  for (const [code, { http }] of Object.entries(ERRORS)) codes.set(http, [...(codes.get(http) ?? []), code]);
  return Object.fromEntries(
    [...codes].map(([status, names]) => [
      status,
      {
        description: `${names.join(' or ')}${[429, 503].includes(status) ? '; Retry-After says when to try again' : ''}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const SECURITY_SCHEMES = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      "The owner's token, for writing; not needed from the machine itself unless LIBTRAILS_TRUST_LOOPBACK is off",
  },
  writer: {
    type: 'apiKey',
    in: 'cookie',
    name: 'libtrails_writer',
    description: 'Set by POST /session with the token; valid in requests from pages of this origin',
  },
  password: {
    type: 'http',
    scheme: 'basic',
    description: 'LIBTRAILS_PASSWORD with any user name, for reading, if a password is set',
  },
  reader: {
    type: 'apiKey',
    in: 'cookie',
    name: 'libtrails_reader',
    description: 'Set by POST /session with the password or the token',
  },
} as const;
