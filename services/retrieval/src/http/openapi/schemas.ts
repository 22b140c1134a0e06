/** JSON schemas of HTTP bodies, from the messages of the contract. Pure. */
import type { ContractField, ContractMessage, ContractModel } from '@libtrails/proto/contract';

export type Schema = Record<string, unknown>;

const INTEGERS: Readonly<Record<string, Schema>> = {
  uint32: { type: 'integer', minimum: 0 },
  uint64: { type: 'integer', minimum: 0 },
  int32: { type: 'integer' },
  int64: { type: 'integer' },
};

/**
 * Writes the schema of one message: all fields are there, unless the contract marks them as optional.
 * @param known sets of values that the program knows and the contract only names, such as the signals
 * @throws Error if a field names a set of values that nobody declares
 */
export function messageSchema(
  contract: ContractModel,
  { pair, comment, fields }: ContractMessage,
  known: Readonly<Record<string, readonly string[]>>,
): Schema {
  const description = comment === '' ? {} : { description: comment };
  if (pair) {
    const prefixItems = fields.map((field) => valueSchema(contract, field, known));
    return { ...description, type: 'array', prefixItems, items: false, minItems: 2, maxItems: 2 };
  }
  const properties = Object.fromEntries(
    fields.map((field) => [field.name, fieldSchema(contract, field, known)]),
  );
  const required = fields.filter(({ optional }) => !optional).map(({ name }) => name);
  return { ...description, type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function fieldSchema(
  contract: ContractModel,
  field: ContractField,
  known: Readonly<Record<string, readonly string[]>>,
): Schema {
  const description = field.comment === '' ? {} : { description: field.comment };
  const value = valueSchema(contract, field, known);
  if (field.shape === 'list') return { type: 'array', items: value, ...description };
  if (field.shape === 'map') return { type: 'object', additionalProperties: value, ...description };
  return { ...value, ...description };
}

function valueSchema(
  contract: ContractModel,
  { name, type, values, open }: ContractField,
  known: Readonly<Record<string, readonly string[]>>,
): Schema {
  if (contract.messages.has(type)) return { $ref: `#/components/schemas/${type}` };
  const integer = INTEGERS[type];
  if (integer !== undefined) return integer;
  if (type === 'double' || type === 'float') return { type: 'number' };
  if (type === 'bool') return { type: 'boolean' };
  const ofEnum = contract.enums.get(type);
  if (ofEnum !== undefined) return { type: 'string', enum: ofEnum };
  if (type !== 'string') throw new Error(`${name}: HTTP has no form for ${type}`);
  if (values === undefined) return { type: 'string' };
  const set = contract.values.get(values) ?? known[values];
  if (set === undefined) throw new Error(`${name}: nobody declares the values of ${values}`);
  return open ? { type: 'string', anyOf: [{ enum: set }, {}] } : { type: 'string', enum: set };
}
