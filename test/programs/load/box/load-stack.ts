/** The compose stack inside the emulated box: up, down, faults, and what its containers use. */
import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { waitUntil } from '../../../../infra/stack/health.ts';
import { root } from '../../../../infra/stack/processes.ts';
import { getJson, type Status, waitUntilIndexed } from '../../../test-stack.ts';
import { type CgroupFolders, cgroupFolders, processesOf, readUsage, type Usage } from './container-usage.ts';
import { makeParentCgroup, type ParentCgroup } from './parent-cgroup.ts';

export const CONTAINERS = ['embedding', 'retrieval', 'indexer', 'web', 'caddy'] as const;
export type Container = (typeof CONTAINERS)[number];

export interface LoadStackOptions {
  /** Name of the compose project, of its cgroup and of its volumes. */
  project: string;
  /** First of five ports in a row on loopback. */
  port: number;
  /** The CPU that all containers share. */
  cpu: number;
  /** A library file to serve; undefined: the stack indexes the starter shelf. */
  library: string | undefined;
  /** Build the images first; else they are taken as they are. */
  build: boolean;
}

/** Sizes in bytes. */
export interface LibraryFiles {
  library: number;
  writeAheadLog: number;
}

interface Inspected {
  Id: string;
  RestartCount: number;
  State: { Pid: number; OOMKilled: boolean; Running: boolean };
  HostConfig: { Memory: number };
  Config: { Labels: Record<string, string> };
}

const START_TIMEOUT_MS = 120_000;
const HEALTH_POLL_MS = 250;

export class LoadStack {
  /** What Caddy serves. */
  readonly url: string;
  /** The API behind Caddy. */
  readonly api: string;
  /** host:port of retrieval's gRPC. */
  readonly grpc: string;
  readonly parent: ParentCgroup;
  readonly options: LoadStackOptions;
  /** Folder of EPUB files that the stack watches; empty at first. */
  readonly books: string;
  /** What a writer sends as `authorization: Bearer ...`. */
  readonly token: string = randomBytes(24).toString('hex');
  readonly #env: NodeJS.ProcessEnv;
  readonly #folders = new Map<Container, CgroupFolders>();

  constructor(options: LoadStackOptions) {
    this.options = options;
    this.parent = makeParentCgroup(options.project);
    this.books = mkdtempSync(join(tmpdir(), 'libtrails-load-'));
    // The indexer's user reads it.
    chmodSync(this.books, 0o755);
    const port = (offset: number) => String(options.port + offset);
    this.url = `http://127.0.0.1:${port(0)}`;
    this.api = `${this.url}/api/v1`;
    this.grpc = `127.0.0.1:${port(3)}`;
    this.#env = {
      ...process.env,
      LIBTRAILS_SITE: ':80',
      LIBTRAILS_HTTP_PORT: port(0),
      LIBTRAILS_HTTPS_PORT: port(1),
      EMBEDDING_PORT: port(2),
      RETRIEVAL_GRPC_PORT: port(3),
      RETRIEVAL_HTTP_PORT: port(4),
      LIBTRAILS_BOOKS: this.books,
      LIBTRAILS_TOKEN: this.token,
      // All load comes from one address: its limit would be what is measured.
      RETRIEVAL_REQUESTS_PER_SECOND: '0',
      LOAD_CPU: String(options.cpu),
      LOAD_CGROUP_PARENT: this.parent.name,
      ...(options.library === undefined ? {} : { LOAD_STARTER_SHELF: '' }),
    };
  }

  /** Builds the images, starts all from nothing, and waits until books and themes are there to be found. */
  async start(): Promise<Status> {
    if (this.options.build) this.#compose('build', '--quiet');
    this.wipe();
    if (this.options.library !== undefined) this.#giveLibrary(resolve(this.options.library));
    this.#compose('up', '--detach', '--wait', '--wait-timeout', '300');
    if (this.options.library === undefined) return waitUntilIndexed(this.api);
    return getJson<Status>(this.api, '/status');
  }

  /** Containers, networks and volumes of the project. */
  wipe(): void {
    this.#compose('down', '--volumes', '--remove-orphans', '--timeout', '10');
    this.#folders.clear();
  }

  /** Containers and networks; the library stays. */
  down(): void {
    this.#compose('down', '--timeout', '10');
    this.#folders.clear();
  }

  /** `up` without waiting for health. Resolves when compose has started all containers. */
  async up(): Promise<void> {
    await promisify(execFile)('docker', this.#command(['up', '--detach']), { cwd: root, env: this.#env });
  }

  /** Everything that was made, the volumes included. */
  close(): void {
    this.wipe();
    rmSync(this.books, { recursive: true, force: true });
    this.parent.remove();
  }

  /** SIGKILL from outside, as the kernel does when memory is short; the restart policy brings the container back. */
  kill(container: Container): void {
    process.kill(this.inspect(container).State.Pid, 'SIGKILL');
  }

  /** `docker compose restart`: SIGTERM, drain, start, without waiting for health. */
  async restart(...containers: readonly Container[]): Promise<void> {
    const args = this.#command(['restart', ...containers]);
    await promisify(execFile)('docker', args, { cwd: root, env: this.#env });
  }

  /** Waits until its health check has said so, as `docker compose up --wait`. */
  async waitUntilHealthy(container: Container): Promise<void> {
    const { Id } = this.inspect(container);
    const args = ['inspect', '--format', '{{.State.Health.Status}}', Id];
    const ask = async () => {
      await sleep(HEALTH_POLL_MS);
      return (await promisify(execFile)('docker', args)).stdout.trim() === 'healthy';
    };
    await waitUntil(container, ask, START_TIMEOUT_MS);
  }

  /** Caddy reads its configuration again; connections stay. */
  async reloadCaddy(): Promise<void> {
    await this.exec('caddy', 'caddy', 'reload', '--force', '--config', '/etc/caddy/Caddyfile');
  }

  /** Stops all its processes where they are, and lets them go on. */
  freeze(container: Container): void {
    this.#compose('pause', container);
  }

  unfreeze(container: Container): void {
    this.#compose('unpause', container);
  }

  /** Takes the container off the network of the stack, and puts it back. */
  unplug(container: Container): void {
    execFileSync('docker', ['network', 'disconnect', this.#network, this.inspect(container).Id]);
  }

  plugIn(container: Container): void {
    const { Id } = this.inspect(container);
    execFileSync('docker', ['network', 'connect', '--alias', container, this.#network, Id]);
  }

  inspect(container: Container): Inspected {
    const id = this.#compose('ps', '--all', '--quiet', container).trim();
    if (id === '') throw new Error(`there is no container ${container}`);
    const [found] = JSON.parse(execFileSync('docker', ['inspect', id], { encoding: 'utf8' })) as Inspected[];
    return found!;
  }

  /** Waits until the search through Caddy answers with the vectors again. */
  async waitUntilWhole(query: string): Promise<void> {
    const ask = async () => {
      const answer = await fetch(`${this.api}/search?q=${encodeURIComponent(query)}`, {
        signal: AbortSignal.timeout(5_000),
      }).catch(() => undefined);
      if (answer?.status !== 200) {
        await answer?.body?.cancel();
        return false;
      }
      return ((await answer.json()) as { degraded: boolean }).degraded === false;
    };
    await waitUntil('the search', ask, START_TIMEOUT_MS);
  }

  /** What a container uses now; undefined while it is down. */
  usage(container: Container): Usage | undefined {
    const known = this.#folders.get(container);
    const seen = known && readUsage(known);
    if (seen !== undefined) return seen;
    const folders = cgroupFolders(this.inspect(container).State.Pid);
    if (folders === undefined) return undefined;
    this.#folders.set(container, folders);
    return readUsage(folders);
  }

  /** Bytes that compose allows each container. */
  limits(): Record<Container, number> {
    const entries = CONTAINERS.map((name) => [name, this.inspect(name).HostConfig.Memory]);
    return Object.fromEntries(entries) as Record<Container, number>;
  }

  /** Containers that ended and were brought back by Docker since they were made, and how often. */
  restarts(): string {
    const ended = CONTAINERS.map((name) => ({ name, times: this.inspect(name).RestartCount }))
      .filter(({ times }) => times > 0)
      .map(({ name, times }) => `${name} ${times}`);
    return ended.join(', ') || 'none';
  }

  /** Size of the library file as the stack holds it, in bytes. */
  libraryBytes(): number {
    return Number(this.#compose('exec', '-T', 'retrieval', 'stat', '-c', '%s', '/data/library.sqlite'));
  }

  /** Sizes now, seen from outside so that looking costs the stack nothing; undefined as `UsageSample` says. */
  libraryFiles(): LibraryFiles | undefined {
    const folders = this.#folders.get('retrieval');
    try {
      const [pid] = folders === undefined ? [] : processesOf(folders);
      if (pid === undefined) return undefined;
      const size = (name: string) =>
        statSync(`/proc/${pid}/root/data/${name}`, { throwIfNoEntry: false })?.size ?? 0;
      return { library: size('library.sqlite'), writeAheadLog: size('library.sqlite-wal') };
    } catch {
      return undefined;
    }
  }

  /** Runs a command in a container, as `docker compose exec`. @throws with what it said if it fails */
  async exec(container: Container, ...command: string[]): Promise<string> {
    const args = this.#command(['exec', '-T', container, ...command]);
    const { stdout } = await promisify(execFile)('docker', args, { cwd: root, env: this.#env });
    return stdout;
  }

  /** Copied in by the service's own user, so that it may write to it. */
  #giveLibrary(file: string): void {
    this.#compose(
      ...['run', '--rm', '--no-deps', '--volume', `${file}:/given.sqlite:ro`],
      ...['--entrypoint', 'cp', 'retrieval', '/given.sqlite', '/data/library.sqlite'],
    );
  }

  get #network(): string {
    return `${this.options.project}_default`;
  }

  #command(args: readonly string[]): string[] {
    const files = ['-f', 'docker-compose.yml', '-f', 'test/programs/load/compose.load.yml'];
    return ['compose', '-p', this.options.project, ...files, ...args];
  }

  #compose(...args: string[]): string {
    return execFileSync('docker', this.#command(args), {
      cwd: root,
      env: this.#env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  }
}
