import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseContract, readContract } from '@libtrails/proto/contract';
import { openApiDocument } from './document.ts';
import { messageSchema } from './schemas.ts';

const parts = {
  library: readContract('library'),
  ingest: readContract('ingest'),
  refusals: ['empty'],
  examples: {},
  version: '0.0.0',
};

test('a new signal is in the document once it is registered', () => {
  const document = openApiDocument({ ...parts, signals: ['fts_books', 'an_eighth'] }) as {
    components: { schemas: Record<string, { properties: Record<string, { enum?: string[] }> }> };
  };
  assert.deepEqual(document.components.schemas.SignalTrace?.properties.name?.enum, [
    'fts_books',
    'an_eighth',
  ]);
});

test('a set of values that nobody declares is an error', () => {
  const contract = parseContract(
    'syntax = "proto3"; package a; message A { \n// @enum Unknown\n string b = 1; }',
  );
  assert.throws(() => messageSchema(contract, contract.messages.get('A')!, {}), /values of Unknown/);
});
