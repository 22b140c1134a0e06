/** Requests that the OpenAPI document describes, and such as it does not: answered, or refused with a problem. */
import { startShelfService } from '@libtrails/retrieval/service.test-support';
import openapi from '../../../../services/retrieval/src/http/openapi.json' with { type: 'json' };
import { mutateText } from '../mutate.ts';
import type { Random } from '../random.ts';
import type { OpenTarget } from '../target.ts';

interface Parameter {
  name: string;
  in: string;
  schema?: { type?: string; enum?: readonly string[]; minimum?: number; maximum?: number };
}
interface Operation {
  path: string;
  method: string;
  parameters: readonly Parameter[];
}

const operations: readonly Operation[] = Object.entries(
  openapi.paths as Record<string, Record<string, { parameters?: Parameter[] }>>,
)
  // The one never ends, the other leaves a file each time.
  .filter(([path]) => path !== '/jobs/events' && path !== '/backups')
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({ path, method, parameters })),
  );

const TEXTS = ['whale', 'storm at sea', 'a "b c" d*', '', '日本', '1', 'x'.repeat(3_000)];
const ODD = ['-1', '0', '1', '2', '4294967296', '1e9', 'NaN', 'null', '[]', '{}', '%', '..', '\u0000', ','];
const PIECES = [...ODD, '&', '=', '"', '*', '\ud800', '%00', '%ff', '/', '\\', '<script>', "' OR 1=1--"];
/** Answers that are refusals: too busy, not there at the moment. */
const REFUSALS = [503, 504];
const BODIES = [
  ['application/json', '{"secret":"a-token-for-the-test"}'],
  ['application/json', '{"secret":{}}'],
  ['application/json', '{'],
  ['application/x-www-form-urlencoded', 'secret=x&next=//evil.example'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="f"; filename="../a.epub"\r\n\r\nPK\u0003\u0004x\r\n--x--\r\n',
  ],
  ['multipart/form-data; boundary=x', '--x\r\n\r\n--x'],
  ['text/plain', 'x'],
] as const;

export const open: OpenTarget = async () => {
  const service = await startShelfService();
  return {
    async run(random) {
      const { path, method, parameters } = random.pick(operations);
      const url = service.api + random.pick([filled(path, random), path.replaceAll(/\{\w+\}/g, '1')]);
      const query = queryOf(parameters, random);
      const init: RequestInit = { method: method.toUpperCase(), redirect: 'manual' };
      if (method === 'post') {
        const [type, body] = random.pick(BODIES);
        init.headers = { 'content-type': type };
        init.body = random.oneIn(2) ? body : mutateText(body, PIECES, random);
      }
      const answer = await fetch(url + query, init);
      const text = await answer.text();
      if (answer.status >= 500 && !REFUSALS.includes(answer.status)) {
        throw new Error(`${method} ${path}${query}: ${answer.status} ${text}`);
      }
      if (
        answer.status >= 400 &&
        !answer.headers.get('content-type')?.startsWith('application/problem+json')
      ) {
        throw new Error(`${method} ${path}${query}: ${answer.status} is no problem`);
      }
    },
    close: () => service.stop(),
  };
};

/** Ids of books that are not there, so that the shelf stays. */
function filled(path: string, random: Random): string {
  return path.replaceAll(/\{\w+\}/g, () =>
    encodeURIComponent(wellFormed(random.oneIn(2) ? String(900 + random.below(9)) : random.pick(ODD))),
  );
}

function queryOf(parameters: readonly Parameter[], random: Random): string {
  const pairs = parameters
    .filter((parameter) => parameter.in === 'query' && !random.oneIn(3))
    .map(({ name, schema }) => `${name}=${encodeURIComponent(wellFormed(valueFor(schema, random)))}`);
  if (random.oneIn(10)) pairs.push(pairs[0] ?? 'q=1', 'unknown=1', '%', '=');
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function valueFor(schema: Parameter['schema'], random: Random): string {
  if (random.oneIn(4)) return mutateText(random.pick(TEXTS), PIECES, random).slice(0, 3_000);
  if (random.oneIn(4)) return random.pick(ODD);
  if (schema?.enum !== undefined) return random.pick(schema.enum);
  if (schema?.type === 'integer') return String((schema.minimum ?? 0) + random.below(schema.maximum ?? 20));
  if (schema?.type === 'boolean') return random.pick(['true', 'false']);
  return random.pick(TEXTS);
}

/** What a URL can carry. */
const wellFormed = (text: string) => text.toWellFormed();
