/**
 * Compiles scan.wat and codes.wat. With --check it writes nothing and fails if a committed file differs.
 * Run: npm run kernel -w services/retrieval [-- --check]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import wabt from 'wabt';

const { parseWat } = await wabt();

for (const name of ['scan', 'codes']) {
  const source = new URL(`./${name}.wat`, import.meta.url);
  const target = new URL(`./${name}.wasm`, import.meta.url);
  const module = parseWat(`${name}.wat`, readFileSync(source, 'utf8'), { simd: true });
  module.validate();
  const built = Buffer.from(module.toBinary({}).buffer);
  module.destroy();
  if (!argv.includes('--check')) {
    writeFileSync(target, built);
    console.log(`${name}.wasm: ${built.length} bytes`);
  } else if (!built.equals(readFileSync(target))) {
    console.error(
      `${name}.wasm is not what ${name}.wat compiles to. Run: npm run kernel -w services/retrieval`,
    );
    process.exitCode = 1;
  }
}
