/**
 * `npm run load -- SCENARIO...`: the compose stack in a box of one CPU and 1 GB, and load from the other CPU.
 * Options are in `USAGE`. Needs Docker on Linux; as root it also puts all containers below one memory limit.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LoadStack } from './box/load-stack.ts';
import { ROOM_BYTES } from './box/parent-cgroup.ts';
import { readLibraryWords } from './library/library-words.ts';
import { publish } from './report/report.ts';
import { megabytes } from './report/table.ts';
import { SCENARIOS } from './scenarios/all-scenarios.ts';
import type { ScenarioOptions } from './scenarios/scenario.ts';

const USAGE = `npm run load -- SCENARIO... [options]

Scenarios: ${Object.keys(SCENARIOS).join(' ')}

  --library FILE   serve this library.sqlite (default: the stack indexes the starter shelf)
  --minutes N      length of soak and day (60)
  --rate N         requests a second of soak, day, cold, indexing and faults (10)
  --only TEXT      of faults, those whose name contains TEXT
  --quick          shorter and fewer steps: to see that it works, not to quote
  --out DIR        where tables, JSON and plots go (test/artifacts/load)
  --project NAME   compose project (libtrails-load)
  --port N         first of five ports on 127.0.0.1 (46160)
  --cpu N          CPU of the containers ($LOAD_CPU, else 0); the driver takes another one
  --as-built       take the images as they are
  --keep           leave the stack running at the end`;

function wrong(message: string): never {
  console.error(`libtrails: ${message}\n\n${USAGE}`);
  process.exit(1);
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least) wrong(`--${name} ${text}: it must be a number from ${least}`);
  return value;
}

function readCommand() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        library: { type: 'string' },
        minutes: { type: 'string', default: '60' },
        rate: { type: 'string', default: '10' },
        only: { type: 'string', default: '' },
        quick: { type: 'boolean', default: false },
        out: { type: 'string', default: join(import.meta.dirname, '../../artifacts/load') },
        project: { type: 'string', default: 'libtrails-load' },
        port: { type: 'string', default: '46160' },
        cpu: { type: 'string', default: process.env.LOAD_CPU ?? '0' },
        'as-built': { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return wrong((error as Error).message);
  }
}

/** Keeps the driver off the containers' CPU, where there is another one. */
function moveOff(cpu: number): void {
  const others = cpus()
    .map((_, i) => i)
    .filter((i) => i !== cpu);
  const moved = spawnSync('taskset', [
    '--all-tasks',
    '--cpu-list',
    '--pid',
    others.join(),
    String(process.pid),
  ]);
  if (moved.status !== 0) console.log('note: the driver shares the containers’ CPU (taskset failed)');
}

const { values, positionals } = readCommand();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (positionals.length === 0) wrong('which scenario?');
const unknown = positionals.find((name) => !Object.hasOwn(SCENARIOS, name));
if (unknown !== undefined) wrong(`there is no scenario ${unknown}`);
if (values.only !== '' && !positionals.includes('faults')) wrong('--only picks among faults');
if (values.library !== undefined && !existsSync(values.library)) wrong(`there is no file ${values.library}`);
if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status !== 0) wrong('no Docker engine answers');

const options: ScenarioOptions = {
  minutes: whole('minutes', values.minutes, 0.1),
  rate: whole('rate', values.rate, 0.1),
  quick: values.quick,
  only: values.only,
};
const cpu = whole('cpu', values.cpu, 0);
const stack = new LoadStack({
  project: values.project,
  port: whole('port', values.port, 1),
  cpu,
  library: values.library,
  build: !values['as-built'],
});
moveOff(cpu);
const tell = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);
const stop = () => {
  if (!values.keep) stack.close();
};
process.once('SIGINT', () => {
  stop();
  process.exit(130);
});

try {
  tell('building images and starting the stack');
  const status = await stack.start();
  const { books, passages, topics, themes } = status.counts;
  const library = `${books} books, ${passages} passages, ${topics} topics, ${themes} themes; ${megabytes(stack.libraryBytes())} MB`;
  tell(`library: ${library}`);
  if (stack.parent.missing !== '') tell(`note: no limit above all containers: ${stack.parent.missing}`);
  const words = await readLibraryWords(stack.api);
  for (const name of positionals) {
    tell(name);
    const report = await SCENARIOS[name]!({ stack, words, options, tell });
    const box = `CPU ${cpu} and ${stack.parent.limitBytes === undefined ? 'container limits only' : `${Math.round(ROOM_BYTES / 2 ** 20)} MiB`} for all containers`;
    publish({ ...report, conditions: { box, library, ...report.conditions } }, values.out);
  }
} finally {
  stop();
}
