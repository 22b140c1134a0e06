import assert from 'node:assert/strict';
import { test } from 'node:test';
import descriptor from 'protobufjs/ext/descriptor/index.js';
import { loadContract } from './load.ts';
import { withValidMapEntries } from './map-entries.ts';

interface Shown {
  messageType: {
    name: string;
    field: { name: string; typeName: string }[];
    nestedType: { name: string }[];
  }[];
}

test('the hidden message of a map has the name that reflection clients ask for', () => {
  const definition = withValidMapEntries(loadContract('library').definition);
  const entry = definition['libtrails.library.v1.TookMs'] as { fileDescriptorProtos?: Buffer[] };
  const files = (entry.fileDescriptorProtos ?? []).map(
    (bytes) => descriptor.FileDescriptorProto.decode(bytes) as unknown as Shown,
  );
  const tookMs = files.flatMap((file) => file.messageType).find((message) => message.name === 'TookMs');
  assert.equal(tookMs?.nestedType[0]?.name, 'SignalsEntry');
  assert.equal(
    tookMs?.field
      .find((f) => f.name === 'signals')
      ?.typeName.split('.')
      .at(-1),
    'SignalsEntry',
  );
});
