import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseContract, readContract } from './contract.ts';
import { httpTypesModule, messagesWithin, valuesModule, withValues } from './write-types.ts';

const SOURCE = `
syntax = "proto3";
package test.v1;
enum Scope { SCOPE_UNSPECIFIED = 0; BOOKS = 1; }
// A page.
message Page {
  // As asked for.
  Scope scope = 1;
  repeated Item items = 2;
  map<string, double> took_ms = 3;
}
message Item {
  // How it stands.
  // @enum ItemState: open, done
  string state = 1;
  // @optional
  Range quote = 2;
  // @enum SignalName
  repeated string signals = 3;
}
// @pair
message Range { uint32 start = 1; uint32 end = 2; }
// @fields FilterName
message Filters {
  // @parameter from
  int32 year_from = 1;
}
message Alone { string text = 1; }
`;
const contract = parseContract(SOURCE);

test('marks in comments become values, names and forms; the rest is the description', () => {
  assert.deepEqual(contract.values.get('ItemState'), ['open', 'done']);
  assert.deepEqual(contract.values.get('FilterName'), ['yearFrom']);
  assert.deepEqual(contract.enums.get('Scope'), ['books']);
  const state = contract.messages.get('Item')?.fields[0];
  assert.deepEqual([state?.values, state?.comment], ['ItemState', 'How it stands.']);
});

test('the types of HTTP bodies hold all messages within one, ranges as pairs, and no others', () => {
  assert.deepEqual(
    messagesWithin(contract, ['Page']).map(({ name }) => name),
    ['Item', 'Page', 'Range'],
  );
  const source = httpTypesModule(contract, ['Page']);
  assert.match(source, /import type \{ ItemState, Scope \} from '\.\/values\.ts'/);
  assert.match(source, /export type Range = \[start: number, end: number\];/);
  assert.match(source, /state: ItemState;\n {2}quote\?: Range;\n {2}signals: string\[\];/);
  assert.match(source, /tookMs: Record<string, number>;/);
  assert.throws(() => messagesWithin(contract, ['Nothing']), /there is no message Nothing/);
});

test('values are constants with a type, filters have their names in a query string', () => {
  const source = valuesModule(contract);
  assert.match(source, /export const ITEM_STATES = \['open', 'done'\] as const;/);
  assert.match(source, /yearFrom: 'from',/);
  assert.match(source, /RANGE_FIELDS = \['quote'\]/);
});

test('the types of gRPC have the values in place of strings, but not where a service receives them', () => {
  const generated = "// Original\n\nA {\n  'state'?: (string);\n}\nB {\n  'state': (string);\n}\n";
  const item = contract.messages.get('Item')!;
  const sets = new Set(['ItemState']);
  const sent = withValues(generated, item, sets, false);
  assert.match(sent, /import type \{ ItemState \} from/);
  assert.match(sent, /A \{\n {2}'state'\?: \(ItemState\);\n\}\nB \{\n {2}'state': \(ItemState\);/);
  const received = withValues(generated, item, sets, true);
  assert.match(received, /A \{\n {2}'state'\?: \(ItemState \| ''\);\n\}\nB \{\n {2}'state': \(string\);/);
  assert.equal(withValues(generated, item, new Set(), false), generated);
});

test('a set of values is declared once', () => {
  const twice = SOURCE.replace('string text = 1;', '\n// @enum ItemState: other\nstring text = 1;');
  assert.throws(() => parseContract(twice), /ItemState is declared twice/);
});

test('every filter of a search has a name in a query string, and every range is a field of its own', () => {
  const { messages } = readContract('library');
  const filters = messages.get('SearchFilters')?.fields ?? [];
  assert.ok(filters.length > 0);
  for (const { name, parameter } of filters) assert.ok(parameter, name);
  // HTTP knows ranges by the names of their fields: no other field of an answer may have one of these names.
  const answers = messagesWithin({ ...contract, messages }, [
    'SearchResponse',
    'TrailResponse',
    'PassageContext',
  ]);
  const fields = answers.flatMap((message) => message.fields);
  const ranges = new Set(fields.filter(({ type }) => messages.get(type)?.pair).map(({ name }) => name));
  for (const { name, type } of fields) if (ranges.has(name)) assert.equal(type, 'Range', name);
});
