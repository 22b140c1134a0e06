/**
 * Reads the .proto files with their comments: the source of OpenAPI, of the types of HTTP answers, and of the values
 * that strings may have. Lines of a comment that begin with `@` say what the language has no word for:
 *
 * - `@enum JobState: queued, running` on a string: its values. `@enum JobState` alone uses values declared elsewhere,
 *   in these files or by the program (names of signals, codes of errors).
 * - `@open` beside `@enum`: newer programs may send other values, so a client must accept any.
 * - `@optional` on a field: HTTP leaves it out where there is nothing; all other fields are always there.
 * - `@parameter author` on a filter: its name in a query string.
 * - `@fields FilterName` on a message: the names of its fields are a set of values.
 * - `@pair` on a message of two numbers: HTTP writes [first, second].
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';
import { type Contract as ContractName, protoRoot } from './load.ts';

export interface ContractField {
  /** As JSON and the programs write it: `tookMs`. */
  name: string;
  /** Scalar type of protobuf, or name of a message or enum. */
  type: string;
  shape: 'one' | 'list' | 'map';
  optional: boolean;
  /** Set of values of a string. */
  values: string | undefined;
  /** Other values than those may come. */
  open: boolean;
  /** Name in a query string, of a filter. */
  parameter: string | undefined;
  comment: string;
}

export interface ContractMessage {
  name: string;
  pair: boolean;
  comment: string;
  fields: readonly ContractField[];
}

export interface ContractModel {
  messages: ReadonlyMap<string, ContractMessage>;
  /** Enums without their unspecified zero, in lower case as HTTP writes them. */
  enums: ReadonlyMap<string, readonly string[]>;
  /** Values of strings, by the name of the set. */
  values: ReadonlyMap<string, readonly string[]>;
}

interface Draft {
  messages: Map<string, ContractMessage>;
  enums: Map<string, readonly string[]>;
  values: Map<string, readonly string[]>;
}

/** @throws Error if a file is broken, or if two declare the same name differently */
export function readContract(contract: ContractName): ContractModel {
  const file = join(protoRoot, `libtrails/${contract}/v1/${contract}.proto`);
  return parseContract(readFileSync(file, 'utf8'));
}

/** The model of one file's text. */
export function parseContract(source: string): ContractModel {
  const { root, package: name } = protobuf.parse(source, { alternateCommentMode: true, keepCase: false });
  const draft: Draft = { messages: new Map(), enums: new Map(), values: new Map() };
  for (const part of (root.lookup(name ?? '') as protobuf.Namespace).nestedArray) {
    if (part instanceof protobuf.Type) addMessage(draft, part);
    else if (part instanceof protobuf.Enum) {
      const names = Object.keys(part.values).filter((value) => !value.endsWith('_UNSPECIFIED'));
      draft.enums.set(
        part.name,
        names.map((value) => value.toLowerCase()),
      );
    }
  }
  return draft;
}

function addMessage(draft: Draft, type: protobuf.Type): void {
  const { text, marks } = readComment(type.comment);
  const fields = type.fieldsArray.map((field): ContractField => {
    const { text: comment, marks: own } = readComment(field.comment);
    return {
      name: field.name,
      type: field.type,
      shape: field.map ? 'map' : field.repeated ? 'list' : 'one',
      optional: own.has('optional'),
      values: declareValues(draft, own.get('enum')),
      open: own.has('open'),
      parameter: own.get('parameter'),
      comment,
    };
  });
  draft.messages.set(type.name, { name: type.name, pair: marks.has('pair'), comment: text, fields });
  const set = marks.get('fields');
  if (set !== undefined)
    draft.values.set(
      set,
      fields.map(({ name }) => name),
    );
}

/** "JobState: queued, running" declares a set, "JobState" only uses it. */
function declareValues(draft: Draft, mark: string | undefined): string | undefined {
  if (mark === undefined) return undefined;
  const [set = '', list] = mark.split(':').map((part) => part.trim());
  if (list === undefined) return set;
  if (draft.values.has(set)) throw new Error(`${set} is declared twice`);
  draft.values.set(
    set,
    list.split(',').map((value) => value.trim()),
  );
  return set;
}

function readComment(comment: string | null): { text: string; marks: Map<string, string> } {
  const lines = (comment ?? '').split('\n').map((line) => line.trim());
  const marks = lines.filter((line) => line.startsWith('@')).map((line) => line.slice(1).split(/\s+(.*)/));
  return {
    text: lines
      .filter((line) => !line.startsWith('@'))
      .join(' ')
      .trim(),
    marks: new Map(marks.map(([name = '', rest = '']) => [name, rest])),
  };
}
