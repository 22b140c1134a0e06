/** Checks bodies against the generated document. For tests. */
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import openapi from '../openapi.json' with { type: 'json' };

/** The document with every property forbidden that it does not name, so that answers can't outgrow it. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (value === null || typeof value !== 'object') return value;
  const out: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, closed(part)]),
  );
  return 'properties' in out && out.type === 'object' ? { additionalProperties: false, ...out } : out;
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ ...(closed(openapi) as object), $id: 'openapi' });

/** Fails unless `body` is what the document says of `message`, such as "SearchResponse". */
export function assertFits(message: string, body: unknown): void {
  const fits = ajv.validate({ $ref: `openapi#/components/schemas/${message}` }, body);
  assert.ok(fits, `${message}: ${ajv.errorsText()}`);
}
