/** The client examples of proto/examples, run as their README says against the starter shelf. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../../infra/stack/stack.ts';
import { startTestStack, type TestStack, waitUntilIndexed } from '../../test-stack.ts';

const EXAMPLES = join(root, 'proto/examples');
const QUERY = 'getting lost in a city';
/** A first result with its quotation. */
const RESULTS = /^1\. .+: .+\n {3}\S/m;

let stack: TestStack;
let scratch: string;

const runs = (command: string, args: readonly string[]) => spawnSync(command, args).status === 0;

/** Runs a program to its end and returns what it prints. @throws Error with all of its output if it fails */
function run(command: string, args: readonly string[], options: { cwd?: string; env?: object } = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    cwd: options.cwd ?? scratch,
    env: { ...process.env, ...options.env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error ?? ''}\n${stdout}\n${stderr}`);
  return stdout;
}

/** A virtual environment with the packages of the Python example. */
function preparePython(): string {
  const python = join(scratch, 'venv/bin/python');
  run('python3', ['-m', 'venv', join(scratch, 'venv')]);
  run(python, ['-m', 'pip', 'install', '-q', '-r', join(EXAMPLES, 'python/requirements.txt')]);
  return python;
}

describe('the client examples', () => {
  let address = '';
  let python: string | undefined;

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'libtrails-examples-'));
    if (runs('python3', ['-c', 'import venv, ensurepip'])) python = preparePython();
    stack = await startTestStack({ withoutWeb: true });
    await waitUntilIndexed(stack.api);
    address = `127.0.0.1:${stack.ports.retrievalGrpc}`;
  });

  after(async () => {
    await stack?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('search from TypeScript', () => {
    const out = run(process.execPath, [join(EXAMPLES, 'typescript/search.ts'), QUERY, address]);
    assert.match(out, RESULTS);
  });

  it('search from Python', (t) => {
    if (python === undefined) return t.skip('python3 with venv is not on this machine');
    assert.match(run(python, [join(EXAMPLES, 'python/search.py'), QUERY, address]), RESULTS);
  });

  it('search from Go, with types generated from the contract', (t) => {
    if (!runs('go', ['version'])) return t.skip('go is not on this machine');
    if (python === undefined && !runs('protoc', ['--version']))
      return t.skip('protoc is not on this machine');
    // In a copy: what it generates stays out of the checkout.
    const proto = join(scratch, 'proto');
    cpSync(join(root, 'proto/libtrails'), join(proto, 'libtrails'), { recursive: true });
    cpSync(join(EXAMPLES, 'go'), join(proto, 'examples/go'), { recursive: true });
    const cwd = join(proto, 'examples/go');
    run('sh', ['generate.sh'], { cwd, env: { PYTHON: python ?? 'python3' } });
    assert.match(run('go', ['run', '.', QUERY, address], { cwd }), RESULTS);
  });
});
