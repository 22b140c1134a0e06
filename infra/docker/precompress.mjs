// precompress.mjs FOLDER: lays FILE.br and FILE.gz beside every text file, which Caddy then sends.
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
let [before, after] = [0, 0];
for (const name of globSync('**/*.{js,css,svg,json,map,txt}', { cwd: folder })) {
  const file = join(folder, name);
  if (!statSync(file).isFile()) continue;
  const bytes = readFileSync(file);
  const packed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  writeFileSync(`${file}.br`, packed);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  before += bytes.length;
  after += packed.length;
}
console.log(`precompressed: ${before} bytes to ${after}`);
