/**
 * `npm run fuzz [-- --quick] [--inputs N] [--seconds N] [--seed N] [--only NAME] [--from N]`
 *
 * Ends with 1 if anything crashed, hung or broke a promise. A finding is named by target, seed and number;
 * `--only NAME --seed S --from NUMBER --inputs 1` makes that input again.
 */
import { parseArgs } from 'node:util';
import { runTarget, type TargetResult } from './run-target.ts';
import { TARGETS } from './target.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    inputs: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
});

const whole = (name: string, text: string) => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Error(`--${name} ${text}: give a whole number`);
};

/** Inputs of all targets together, and seconds that they may take together. */
const all = whole('inputs', values.inputs ?? (values.quick ? '20000' : '1000000'));
const seconds = whole('seconds', values.seconds ?? (values.quick ? '40' : '36000'));
const seed = whole('seed', values.seed);
const from = whole('from', values.from);
const targets = TARGETS.filter(({ name }) => values.only === undefined || name === values.only);
if (targets.length === 0) {
  console.error(
    `libtrails: there is no target ${values.only}; choose from ${TARGETS.map((t) => t.name).join(', ')}`,
  );
  process.exit(2);
}

const shares = targets.reduce((sum, { share }) => sum + share, 0);
const results: TargetResult[] = [];
for (const target of targets) {
  const result = await runTarget(target, {
    seed,
    from,
    inputs: Math.max(1, Math.round((all * target.share) / shares)),
    seconds: seconds / targets.length,
  });
  results.push(result);
  const { inputs, findings } = result;
  console.log(
    `${target.name.padEnd(8)} seed ${seed}  ${String(inputs).padStart(8)} inputs  ${result.seconds.toFixed(1).padStart(7)} s  ${findings.length} found`,
  );
  for (const { index, message } of findings) {
    console.log(
      `  again by: npm run fuzz -- --only ${target.name} --seed ${seed} --from ${index} --inputs 1`,
    );
    console.log(`  ${message.split('\n').slice(0, 6).join('\n    ')}`);
  }
}
const inputs = results.reduce((sum, result) => sum + result.inputs, 0);
const found = results.reduce((sum, result) => sum + result.findings.length, 0);
console.log(`\n${inputs} inputs, ${found} crashes, hangs or broken promises`);
process.exit(found === 0 ? 0 : 1);
