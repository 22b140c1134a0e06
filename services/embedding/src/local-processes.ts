/** Embedding services that a command starts for itself, on free ports, and stops when it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { BULK_MALLOC } from './process-count.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

export interface LocalProcesses {
  /** host:port of each. */
  addresses: string[];
  pids: number[];
  stop(): Promise<void>;
}

/**
 * Starts `count` services and waits until they serve.
 * @throws Error with what a service printed if it ends before
 */
export async function startLocalProcesses(count: number): Promise<LocalProcesses> {
  const children = Array.from({ length: count }, () => start());
  const stop = async () => {
    await Promise.all(
      children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }),
    );
  };
  try {
    const ports = await Promise.all(children.map(servingPort));
    const addresses = ports.map((port) => `127.0.0.1:${port}`);
    return { addresses, pids: children.map(({ pid }) => pid!), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function start(): ChildProcess {
  const child = spawn(process.execPath, ['--max-semi-space-size=1', MAIN], {
    env: {
      ...withoutSecrets(process.env),
      ...BULK_MALLOC,
      LIBTRAILS_HOST: '127.0.0.1',
      EMBEDDING_PORT: '0',
      EMBEDDING_METRICS_PORT: '0',
      LIBTRAILS_LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Before it has threads, which inherit it.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return child;
}

/** Embedding needs no token. */
function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/(?:TOKEN|PASSWORD|SECRET|KEY)$/.test(name)),
  );
}

/** Reads the log until it names the port. */
async function servingPort(child: ChildProcess): Promise<number> {
  const printed: string[] = [];
  child.stderr!.on('data', (data: Buffer) => printed.push(data.toString()));
  for await (const line of createInterface({ input: child.stdout! })) {
    const entry = JSON.parse(line) as { msg?: string; port: number };
    if (entry.msg === 'serving') {
      // Keep reading, or the service would block on a full pipe.
      child.stdout!.resume();
      return entry.port;
    }
    printed.push(line);
  }
  throw new Error(`The embedding service ended at start:\n${printed.join('\n')}`);
}
