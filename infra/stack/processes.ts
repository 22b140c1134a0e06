/** Child processes that start together and end together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../..', import.meta.url));

export interface ProcessSpec {
  name: string;
  /** Program relative to the repository's root, run with the same Node as this process. */
  script: string;
  args?: readonly string[];
  nodeArgs?: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Names of the secrets that this process may see; all others are removed from its environment. */
  secrets?: readonly string[];
  /** Nice value; 0 unless given. */
  priority?: number;
}

/** Variables that hold a secret, ours or those of other programs. */
const SECRET = /(?:TOKEN|PASSWORD|SECRET|KEY)$/;

/** The environment of a process: this one's with the process's own settings, without secrets that are not for it. */
function environmentOf({ env, secrets = [] }: ProcessSpec): NodeJS.ProcessEnv {
  const all = Object.entries({ ...process.env, ...env });
  return Object.fromEntries(all.filter(([name]) => !SECRET.test(name) || secrets.includes(name)));
}

/** How long a process may take to drain before it is killed. */
const STOP_GRACE_MS = 8_000;

export class ProcessGroup {
  readonly #children = new Map<string, ChildProcess>();
  readonly #specs = new Map<string, ProcessSpec>();
  readonly #logFolder: string;
  #stopping = false;
  /** Called once when a process ends without having been stopped. */
  onUnexpectedEnd: (name: string, lastLines: string) => void = () => {};

  constructor(logFolder: string) {
    this.#logFolder = logFolder;
    mkdirSync(logFolder, { recursive: true });
  }

  start(spec: ProcessSpec): void {
    this.#specs.set(spec.name, spec);
    const child = spawn(
      process.execPath,
      [...(spec.nodeArgs ?? []), join(root, spec.script), ...(spec.args ?? [])],
      {
        cwd: root,
        env: environmentOf(spec),
        stdio: ['ignore', 'pipe', 'pipe'],
        // Its own group: Ctrl-C reaches this process only, which then stops the others in order.
        detached: true,
      },
    );
    // Before it has threads, which inherit it.
    if (spec.priority !== undefined && child.pid !== undefined) setPriority(child.pid, spec.priority);
    const log = createWriteStream(join(this.#logFolder, `${spec.name}.log`), { flags: 'w' });
    const tail: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        log.write(data);
        tail.push(...data.toString().split('\n').filter(Boolean));
        tail.splice(0, Math.max(0, tail.length - 12));
      });
    }
    this.#children.set(spec.name, child);
    child.once('exit', () => {
      this.#children.delete(spec.name);
      log.end();
      if (!this.#stopping) this.onUnexpectedEnd(spec.name, tail.join('\n'));
    });
  }

  /** Restarts a member that was stopped. @throws Error if it never ran */
  startAgain(name: string): void {
    const spec = this.#specs.get(name);
    if (spec === undefined) throw new Error(`there was never a process ${name}`);
    if (!this.#children.has(name)) this.start(spec);
  }

  /** Process id of a running member. */
  pid(name: string): number | undefined {
    return this.#children.get(name)?.pid;
  }

  logFile(name: string): string {
    return join(this.#logFolder, `${name}.log`);
  }

  /** Sends a signal to one member and waits until it has ended. */
  async stopOne(name: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const before = this.#stopping;
    this.#stopping = true;
    await this.#end(name, signal);
    this.#stopping = before;
  }

  /** SIGTERM to all in reverse order of their start, SIGKILL to what is left after the grace time. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const name of [...this.#children.keys()].reverse()) await this.#end(name, 'SIGTERM');
  }

  #end(name: string, signal: NodeJS.Signals): Promise<void> {
    const child = this.#children.get(name);
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      const cut = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
      child.once('exit', () => {
        clearTimeout(cut);
        resolve();
      });
      child.kill(signal);
    });
  }
}
