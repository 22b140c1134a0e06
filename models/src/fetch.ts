/**
 * The command that fetches the model.
 *   npm run model                            int8 weights and the tokenizer
 *   npm run model -- --precision float32     or `all`
 *   npm run model -- --check                 only say whether they are there and right
 */
import { parseArgs } from 'node:util';
import { ensureModel, ModelMissingError } from './ensure-model.ts';
import type { Precision } from './manifest.ts';

export { ensureModel } from './ensure-model.ts';

const PRECISIONS: Readonly<Record<string, readonly Precision[]>> = {
  int8: ['int8'],
  float32: ['float32'],
  all: ['int8', 'float32'],
};

const USAGE = 'Usage: npm run model [-- --precision int8|float32|all] [--check]';

/** Runs the command; returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let values: { precision: string; check: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        precision: { type: 'string', default: 'int8' },
        check: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  const precisions = PRECISIONS[values.precision];
  if (precisions === undefined) {
    console.error(`--precision ${values.precision} is not known\n${USAGE}`);
    return 2;
  }
  try {
    const paths = await ensureModel({ precisions, checkOnly: values.check });
    console.log(`The model (${precisions.join(' and ')}) is in ${paths.dir}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ModelMissingError)) throw error;
    console.error(error.message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
