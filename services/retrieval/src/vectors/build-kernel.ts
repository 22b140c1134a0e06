/**
 * Compiles scan.wat to scan.wasm. With --check it writes nothing and fails if the committed file differs.
 * Run: npm run kernel -w services/retrieval [-- --check]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import wabt from 'wabt';

const source = new URL('./scan.wat', import.meta.url);
const target = new URL('./scan.wasm', import.meta.url);

const { parseWat } = await wabt();
const module = parseWat('scan.wat', readFileSync(source, 'utf8'), { simd: true });
module.validate();
const built = Buffer.from(module.toBinary({}).buffer);
module.destroy();

if (!argv.includes('--check')) {
  writeFileSync(target, built);
  console.log(`scan.wasm: ${built.length} bytes`);
} else if (!built.equals(readFileSync(target))) {
  console.error('scan.wasm is not what scan.wat compiles to. Run: npm run kernel -w services/retrieval');
  exit(1);
}
