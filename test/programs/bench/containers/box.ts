/**
 * The small server, emulated: containers on one CPU under one memory limit, that of a 1-GB machine less what
 * Linux itself takes. The checkout is mounted, so no image of the product is built; limits and settings are
 * those of docker-compose.yml. Needs a Docker engine with cgroup v1 or v2 (cgroupfs) and root.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { root } from '../../../../infra/stack/stack.ts';

/** 1 GiB less 150 MiB. */
export const BOX_MIB = 874;
const IMAGE = 'node:24-bookworm-slim';
/** The images set the same. */
const ONE_ARENA = 'MALLOC_ARENA_MAX=1';

export interface ContainerSpec {
  name: string;
  /** Program relative to the repository's root, and its arguments. */
  command: readonly string[];
  nodeArgs?: readonly string[];
  env?: Readonly<Record<string, string>>;
  memoryMib: number;
  /** Folders of this machine, mounted at the same path. */
  folders: readonly string[];
}

export class Box {
  readonly #name = `libtrails-bench-${process.pid}`;
  readonly #cpu: string;
  readonly #containers: string[] = [];
  readonly #groups: string[] = [];

  constructor(cpu: string) {
    this.#cpu = cpu;
    const memory = '/sys/fs/cgroup/memory';
    const group = existsSync(memory) ? `${memory}/${this.#name}` : `/sys/fs/cgroup/${this.#name}`;
    mkdirSync(group, { recursive: true });
    this.#groups.push(group);
    const bytes = String(BOX_MIB * 2 ** 20);
    if (existsSync(memory)) writeFileSync(`${group}/memory.limit_in_bytes`, bytes);
    else writeFileSync(`${group}/memory.max`, bytes);
  }

  /** Starts a container on this machine's own network. @throws with Docker's message */
  start({ name, command, nodeArgs = [], env = {}, memoryMib, folders }: ContainerSpec): void {
    const container = `${this.#name}-${name}`;
    const settings = [ONE_ARENA, ...Object.entries(env).map(([key, value]) => `${key}=${value}`)];
    docker([
      'run',
      '--detach',
      '--rm',
      ...['--name', container, '--network', 'host', '--cgroup-parent', `/${this.#name}`],
      ...['--cpuset-cpus', this.#cpu, '--memory', `${memoryMib}m`, '--memory-swap', `${memoryMib}m`],
      ...['--volume', `${root}:${root}:ro`, '--workdir', root],
      ...folders.flatMap((folder) => ['--volume', `${folder}:${folder}`]),
      ...settings.flatMap((setting) => ['--env', setting]),
      IMAGE,
      'node',
      ...nodeArgs,
      ...command,
    ]);
    this.#containers.push(container);
  }

  /** MiB in use by container, page cache left out, as `docker stats` counts. */
  memoryMib(): Record<string, number> {
    const format = '{{.Name}} {{.MemUsage}}';
    const text = docker(['stats', '--no-stream', '--format', format, ...this.#containers]);
    return Object.fromEntries(
      text
        .trim()
        .split('\n')
        .map((line) => {
          const [, name, amount, unit] = new RegExp(`^${this.#name}-(\\S+) ([\\d.]+)(\\w+)`).exec(line) ?? [];
          return [name ?? line, Math.round(Number(amount) * (unit === 'GiB' ? 1_024 : 1))];
        }),
    );
  }

  stop(): void {
    if (this.#containers.length > 0) docker(['kill', ...this.#containers.splice(0)]);
    for (const group of this.#groups.splice(0)) {
      // The engine takes a moment to leave the group.
      for (let tries = 0; tries < 50; tries += 1) {
        try {
          rmdirSync(group);
          break;
        } catch {
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
        }
      }
    }
  }
}

function docker(args: readonly string[]): string {
  const run = spawnSync('docker', args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`docker ${args[0]}: ${run.stderr ?? run.error?.message}`);
  return run.stdout;
}
