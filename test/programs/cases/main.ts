/**
 * `npm run cases -- FOLDER [PREFIX ...]`: runs cases of real-world faults, one folder a case (see README.md), prints
 * those that fail with what differs, and ends with "N passed, N failed".
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatByName } from '@libtrails/indexer/formats/registry';
import { startTestStack, type TestStack, waitUntilIndexed } from '../../test-stack.ts';
import type { Case, Differences } from './expectation.ts';
import { runFolderCase } from './folder-case.ts';
import { runReadCase } from './read-case.ts';
import { runSearchCase } from './search-case.ts';
import { runSortCase } from './sort-case.ts';

const [given, ...prefixes] = process.argv.slice(2);
if (given === undefined) {
  console.error('Name a folder of cases: npm run cases -- FOLDER [PREFIX ...]');
  process.exit(2);
}
const root = resolve(process.env.INIT_CWD ?? '.', given);

const library = join(root, 'search-library');
let stack: TestStack | undefined;
let passed = 0;
let failed = 0;
for (const name of (await readdir(root)).sort()) {
  if (prefixes.length > 0 && !prefixes.some((prefix) => name.startsWith(prefix))) continue;
  const folder = join(root, name);
  const text = await readFile(join(folder, 'expected.json'), 'utf8').catch(() => undefined);
  if (text === undefined) continue;
  const differences = await run({ ...(JSON.parse(text) as Case), name, folder }).catch((error: unknown) => [
    `failed: ${String(error).slice(0, 300)}`,
  ]);
  if (differences.length === 0) passed++;
  else failed++;
  for (const difference of differences) console.log(`${name}: ${difference}`);
}
await stack?.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function run(it: Case): Promise<Differences> {
  const file = (await readdir(it.folder)).find((name) => name.startsWith('input.'));
  if (file !== undefined) return runReadCase(it, file);
  if (it.setup !== undefined) return runFolderCase(it);
  if (it.query?.startsWith('sort') && it.name.startsWith('sort-')) return runSortCase(it, library);
  stack ??= await startLibrary();
  return runSearchCase(it, stack.api);
}

/** The services with the library that searches are asked of: indexed once, before the first of them. */
async function startLibrary(): Promise<TestStack> {
  const books = (await readdir(library)).filter((name) => formatByName(name) !== undefined);
  const started = await startTestStack({ books: library, withoutWeb: true });
  await waitUntilIndexed(started.api, books.length);
  return started;
}
