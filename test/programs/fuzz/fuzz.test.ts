import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { mutateBytes, mutateText } from './mutate.ts';
import { inputSeed, Random } from './random.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

test('thousands of inputs to every parser and API: none crashes, hangs or breaks a promise', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, '--quick'], { encoding: 'utf8' });
  console.log(stdout);
  assert.equal(status, 0, stdout + stderr);
});

test('the same seed makes the same input, another one another', () => {
  const make = (seed: number) =>
    mutateText('a good text', ['<', '&'], new Random(inputSeed(seed, 'text', 7)));
  assert.equal(make(1), make(1));
  assert.notEqual(make(1), make(2));
  const bytes = (seed: number) =>
    mutateBytes(Buffer.from('some good bytes'), new Random(seed)).toString('hex');
  assert.equal(bytes(1), bytes(1));
  assert.notEqual(bytes(1), bytes(2));
});

test('a crash, a hang and a broken promise are found, named, and do not end the run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-fuzz-'));
  const target = join(folder, 'broken.ts');
  writeFileSync(
    target,
    `let n = 0;
export const open = () => ({ run() {
  n++;
  if (n === 3) throw new Error('a broken promise');
  if (n === 5) for (;;);
} });`,
  );
  const { runTarget } = await import('./run-target.ts');
  const info = {
    name: `../../../../../../../../../..${target.replace(/\.ts$/, '')}`,
    what: '',
    share: 1,
    slowMs: 300,
  };
  const { inputs, findings } = await runTarget(info, { seed: 1, from: 0, inputs: 9, seconds: 60 });
  assert.deepEqual(
    findings.slice(0, 2).map(({ index, message }) => [index, message.split(/[\n:]/)[0]]),
    [
      [2, 'Error'],
      [4, 'hangs'],
    ],
  );
  assert.equal(inputs, 9);
});

test('time that grows with the square of an input is found, time in proportion to it is not', async () => {
  const { findGrowth } = await import('./growth.ts');
  const make = (units: number) => 'x'.repeat(units);
  // A clock of steps: a busy machine makes no difference.
  let steps = 0;
  const linear = (source: string) => {
    steps += source.length / 1_000;
  };
  const quadratic = (source: string) => {
    steps += (source.length / 1_000) ** 2;
  };
  assert.equal(await findGrowth(linear, make, 3, () => steps), undefined);
  const found = await findGrowth(quadratic, make, 3, () => steps);
  assert.equal(found?.units.length, 3);

  // A pause of the first reading and steps too small to be measured: nothing can be told from these.
  let readings = 0;
  const shortWithPause = (source: string) => {
    steps +=
      readings++ === 0
        ? 30
        : source.length === 2_048
          ? 0
          : source.length === 4_096
            ? 4
            : (source.length / 1_000) * 2.4;
  };
  assert.equal(await findGrowth(shortWithPause, make, 3, () => steps), undefined);
});

test('the tagger takes time in proportion to a text without spaces', async () => {
  const { findGrowth } = await import('./growth.ts');
  const { loadLexicon } = await import('@libtrails/indexer/topics/lexicon');
  const { tagText } = await import('@libtrails/indexer/topics/tagger');
  const lexicon = loadLexicon();
  const marks = (units: number) => '\u0301\ufdd0'.repeat(units / 2);
  assert.equal(await findGrowth((source) => tagText(source, lexicon), marks), undefined);
});
