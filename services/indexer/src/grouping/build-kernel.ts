/**
 * Compiles dots.wat to dots.wasm. With --check it writes nothing and fails if the committed file differs.
 * Run: npm run kernel -w services/indexer [-- --check]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import wabt from 'wabt';

const source = new URL('./dots.wat', import.meta.url);
const target = new URL('./dots.wasm', import.meta.url);

const { parseWat } = await wabt();
const module = parseWat('dots.wat', readFileSync(source, 'utf8'), { simd: true });
module.validate();
const built = Buffer.from(module.toBinary({}).buffer);
module.destroy();

if (!argv.includes('--check')) {
  writeFileSync(target, built);
  console.log(`dots.wasm: ${built.length} bytes`);
} else if (!built.equals(readFileSync(target))) {
  console.error('dots.wasm is not what dots.wat compiles to. Run: npm run kernel -w services/indexer');
  exit(1);
}
