/**
 * `npm test [-- SUITE... [--repeat N]]`: prepares what the suites need, runs them with Node's test runner, adds up.
 * Suites: unit, contract, e2e, browser (all by default); by name only: examples (client examples in three languages)
 * and container (needs a Docker engine).
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { prepareModel, prepareWeb } from './prepare.ts';
import { root } from './processes.ts';

interface Suite {
  name: string;
  /** Runs with the whole stack on free ports and the starter shelf indexed; its URL is in LIBTRAILS_URL. */
  withStack?: boolean;
  files: readonly string[];
  /** Files that run at once: 1 where each starts its own stack, since stacks would compete for the two cores. */
  atOnce: number;
  /** Files that change what the others see, run one after the other when those have ended. */
  alone?: readonly string[];
  prepare: readonly (() => void)[];
}

/** Node's own default leaves a core to the runner, which waits: of two cores it would use one. */
const CORES = availableParallelism();

const SUITES: readonly Suite[] = [
  {
    name: 'unit',
    files: [
      '{proto,models,infra}/**/*.test.{ts,mjs}',
      'services/**/*.test.ts',
      'frontend/{app,components,lib,scripts,test}/**/*.test.ts',
      'test/programs/**/*.test.ts',
      'test/suites/contract/recorded/*.test.ts',
    ],
    atOnce: CORES,
    prepare: [],
  },
  { name: 'contract', files: ['test/suites/contract/*.test.ts'], atOnce: 1, prepare: [prepareModel] },
  { name: 'e2e', files: ['test/suites/e2e/**/*.test.ts'], atOnce: 1, prepare: [prepareModel, prepareWeb] },
  {
    name: 'browser',
    withStack: true,
    files: ['test/suites/browser/**/*.test.ts'],
    atOnce: 2,
    // They stop services and add books.
    alone: ['test/suites/browser/services-journey.test.ts', 'test/suites/browser/upload-journey.test.ts'],
    prepare: [prepareModel, prepareWeb, findChromium],
  },
  { name: 'examples', files: ['test/suites/examples/**/*.test.ts'], atOnce: 1, prepare: [prepareModel] },
  { name: 'container', files: ['test/suites/container/**/*.test.ts'], atOnce: 1, prepare: [] },
];
const BY_DEFAULT = ['unit', 'contract', 'e2e', 'browser'];

/** Sets CHROMIUM_PATH if a Chromium is there or Debian's can be installed; else the browser tests say so and skip. */
function findChromium(): void {
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  let path = known.find((p) => p !== undefined && p !== '' && existsSync(p));
  if (path === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests ...');
    spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    path = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
  }
  if (path !== undefined) process.env.CHROMIUM_PATH = path;
}

interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs one suite: first the files that may run at once, then those that may not. */
async function runSuite(suite: Suite): Promise<Sum> {
  const files = suite.files
    .flatMap((pattern) =>
      globSync(pattern, { cwd: root, exclude: (path) => /node_modules|\.next/.test(String(path)) }),
    )
    .sort();
  const alone = new Set(suite.alone);
  const sum: Sum = { passed: 0, failed: 0, skipped: 0 };
  console.log(`\n== ${suite.name}: ${files.length} files`);
  for (const [some, atOnce] of [
    [files.filter((file) => !alone.has(file)), suite.atOnce],
    [files.filter((file) => alone.has(file)), 1],
  ] as const) {
    if (some.length > 0) add(sum, await runFiles(some, atOnce));
  }
  return sum;
}

function add(sum: Sum, more: Sum): void {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
}

/** Runs files with Node's test runner and reads the closing figures of its spec reporter. */
function runFiles(files: readonly string[], atOnce: number): Promise<Sum> {
  const args = ['--test', '--test-reporter=spec', `--test-concurrency=${atOnce}`, ...files];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString();
      process.stdout.write(data);
    });
    child.on('close', (code) => {
      const figure = (name: string) =>
        Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(text.slice(text.lastIndexOf('ℹ tests')))?.[1] ?? 0);
      const sum = {
        passed: figure('pass'),
        failed: figure('fail') + figure('cancelled'),
        skipped: figure('skipped'),
      };
      // A runner that died before its summary must not count as green.
      if (code !== 0 && sum.failed === 0) sum.failed = 1;
      resolve(sum);
    });
  });
}

/** Starts the product, unless LIBTRAILS_URL names one that runs, and stops it after the suite. */
async function runWithStack(suite: Suite): Promise<Sum> {
  if (process.env.LIBTRAILS_URL || !process.env.CHROMIUM_PATH) return runSuite(suite);
  const { startTestStack, waitUntilIndexed } = await import('../../test/test-stack.ts');
  const { serveControl } = await import('../../test/suites/browser/stack-control.ts');
  const stack = await startTestStack();
  try {
    await waitUntilIndexed(stack.api);
    const control = await serveControl(stack);
    process.env.LIBTRAILS_URL = stack.url;
    process.env.LIBTRAILS_CONTROL = control.url;
    try {
      return await runSuite(suite);
    } finally {
      control.close();
    }
  } finally {
    delete process.env.LIBTRAILS_URL;
    delete process.env.LIBTRAILS_CONTROL;
    await stack.stop();
  }
}

function readArguments(): { asked: string[]; repeat: number } {
  const { values, positionals } = parseArgs({
    options: { repeat: { type: 'string', default: '1' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `there is no suite ${unknown.join(', ')}; choose from ${SUITES.map((s) => s.name).join(', ')}`,
    );
  }
  const repeat = Number(values.repeat);
  if (!Number.isInteger(repeat) || repeat < 1) throw new Error(`--repeat ${values.repeat} is not a count`);
  return { asked: positionals, repeat };
}

let given: ReturnType<typeof readArguments>;
try {
  given = readArguments();
} catch (error) {
  console.error(`libtrails: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
const { asked, repeat } = given;
const chosen = SUITES.filter((suite) => (asked.length > 0 ? asked : BY_DEFAULT).includes(suite.name));
for (const step of new Set(chosen.flatMap((suite) => suite.prepare))) step();
const total: Sum = { passed: 0, failed: 0, skipped: 0 };
let green = 0;
for (let run = 1; run <= repeat; run++) {
  const before = total.failed;
  for (const suite of chosen) {
    const sum = suite.withStack ? await runWithStack(suite) : await runSuite(suite);
    add(total, sum);
  }
  if (total.failed === before) green++;
  if (repeat > 1) console.log(`\nrun ${run} of ${repeat}: ${green} green`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
