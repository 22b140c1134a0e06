/** Parameters of a route, from the zod schema that validates them. Pure. */
import { z } from 'zod';
import type { Schema } from './schemas.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: Schema;
  /** false: a list is written with commas. */
  explode?: boolean;
}

/**
 * Writes the parameters of a path such as "/books/{id}".
 * @param without names that the route sets itself
 */
export function parametersOf(path: string, request: z.ZodType, without: readonly string[]): Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(request, { io: 'input' }) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties)
    .filter(([name]) => !without.includes(name))
    .map(([name, { description, commaSeparated, ...schema }]) => ({
      name,
      in: path.includes(`{${name}}`) ? 'path' : 'query',
      required: required.includes(name),
      ...(description === undefined ? {} : { description: String(description) }),
      schema: commaSeparated === undefined ? ofText(schema) : { type: 'array', items: commaSeparated },
      ...(commaSeparated === undefined ? {} : { explode: false }),
    }));
}

/** Of a union, the forms that a query string can have: no booleans, no empty text that means "not set". */
function ofText(schema: Schema): Schema {
  const { anyOf, ...rest } = schema as { anyOf?: Schema[] };
  if (anyOf === undefined) return withoutEmpty(schema);
  const forms = anyOf.filter((form) => form.type !== 'boolean' && form.const !== '').map(withoutEmpty);
  // One text or several: a list whose entries are parameters of the same name.
  const list = forms.find((form) => form.type === 'array');
  if (list !== undefined) return { ...list, ...rest };
  return forms.length === 1 ? { ...forms[0], ...rest } : { anyOf: forms, ...rest };
}

function withoutEmpty(schema: Schema): Schema {
  return Array.isArray(schema.enum)
    ? { ...schema, enum: schema.enum.filter((value) => value !== '') }
    : schema;
}
