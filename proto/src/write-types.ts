/** TypeScript written from the contract: the values that strings may have, and the answers of HTTP. Pure. */
import type { ContractField, ContractMessage, ContractModel } from './contract.ts';

const HEADER = '// Generated from proto/libtrails by `npm run proto`. Do not edit.\n';

/** `JobState` → `JOB_STATES`, `SignalFamily` → `SIGNAL_FAMILIES`. */
const constantName = (set: string) =>
  `${set.replace(/(?!^)[A-Z]/g, '_$&').toUpperCase()}S`.replace(/YS$/, 'IES');

/** Source of a module with one constant and one type per set of values, and the names of filters and ranges. */
export function valuesModule(contract: ContractModel): string {
  const parts = [...contract.enums, ...contract.values].map(([set, values]) => {
    const list = values.map((value) => `'${value}'`).join(', ');
    const constant = constantName(set);
    return `export const ${constant} = [${list}] as const;\nexport type ${set} = (typeof ${constant})[number];\n`;
  });
  const fields = [...contract.messages.values()].flatMap((message) => message.fields);
  const parameters = fields.flatMap(({ name, parameter }) =>
    parameter ? [`  ${name}: '${parameter}',\n`] : [],
  );
  const ranges = fields
    .filter(({ type }) => contract.messages.get(type)?.pair)
    .map(({ name }) => `'${name}'`);
  return [
    HEADER,
    ...parts,
    `/** Name of each filter in a query string. */\nexport const FILTER_PARAMETERS = {\n${parameters.join('')}} as const;\n`,
    `/** Fields that HTTP writes as [start, end]. */\nexport const RANGE_FIELDS = [${[...new Set(ranges)].join(', ')}] as const;\n`,
  ].join('\n');
}

/**
 * The generated types of one gRPC message, with the sets of values that its strings may have in place of `string`, so
 * that the compiler refuses any other. In a request '' is a value that is not given, and what a service receives keeps
 * `string` until it is checked.
 * @param sets names of all sets that `values.ts` has
 * @param received true for messages that a service receives from a client
 */
export function withValues(
  source: string,
  { fields }: ContractMessage,
  sets: ReadonlySet<string>,
  received: boolean,
): string {
  const used = new Set<string>();
  const lines = source.split('\n').map((line) => {
    const [, name, isOptional] = /^ {2}'(\w+)'(\?)?: \(string\)/.exec(line) ?? [];
    const set = fields.find((field) => field.name === name)?.values;
    if (set === undefined || !sets.has(set) || (received && isOptional === undefined)) return line;
    used.add(set);
    return line.replace('(string)', `(${received ? `${set} | ''` : set})`);
  });
  if (used.size === 0) return source;
  const names = [...used].sort().join(', ');
  const [first = '', ...rest] = lines;
  return [first, '', `import type { ${names} } from '../../../values.ts';`, ...rest.slice(1)].join('\n');
}

/** Source of a module with the types of HTTP bodies: those of the messages named and of all within them. */
export function httpTypesModule(contract: ContractModel, roots: readonly string[]): string {
  const used = messagesWithin(contract, roots);
  const sets = new Set(
    used.flatMap(({ fields }) => fields.flatMap(({ type, values }) => setOf(contract, type, values) ?? [])),
  );
  const imports = `import type { ${[...sets].sort().join(', ')} } from './values.ts';\n`;
  return [HEADER + imports, ...used.map((message) => typeOf(contract, message))].join('\n');
}

/** The messages named and all that are within them, each once, by name. */
export function messagesWithin(contract: ContractModel, roots: readonly string[]): ContractMessage[] {
  const found = new Map<string, ContractMessage>();
  const visit = (name: string) => {
    const message = contract.messages.get(name);
    if (message === undefined || found.has(name)) return;
    found.set(name, message);
    for (const { type } of message.fields) visit(type);
  };
  for (const root of roots) {
    if (!contract.messages.has(root)) throw new Error(`there is no message ${root}`);
    visit(root);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function typeOf(contract: ContractModel, { name, comment, pair, fields }: ContractMessage): string {
  const above = comment === '' ? '' : `/** ${comment} */\n`;
  if (pair) {
    const parts = fields.map((field) => `${field.name}: ${valueType(contract, field)}`);
    return `${above}export type ${name} = [${parts.join(', ')}];\n`;
  }
  const lines = fields.map((field) => {
    const note = field.comment === '' ? '' : `  /** ${field.comment} */\n`;
    return `${note}  ${field.name}${field.optional ? '?' : ''}: ${fieldType(contract, field)};\n`;
  });
  return `${above}export interface ${name} {\n${lines.join('')}}\n`;
}

function fieldType(contract: ContractModel, field: ContractField): string {
  const type = valueType(contract, field);
  if (field.shape === 'list') return `${type}[]`;
  return field.shape === 'map' ? `Record<string, ${type}>` : type;
}

function valueType(contract: ContractModel, { type, values }: ContractField): string {
  if (contract.messages.has(type)) return type;
  const set = setOf(contract, type, values);
  if (set !== undefined) return set;
  if (type === 'bool') return 'boolean';
  return type === 'string' || type === 'bytes' ? 'string' : 'number';
}

/** The set of values of a field, where the contract itself declares one. */
function setOf(contract: ContractModel, type: string, values: string | undefined): string | undefined {
  if (contract.enums.has(type)) return type;
  return values !== undefined && contract.values.has(values) ? values : undefined;
}
