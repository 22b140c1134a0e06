/** Memory runs out in a container: a process of ours is charged to it until Linux kills the service. Needs root. */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { waitUntil } from '../../../../infra/stack/health.ts';
import { cgroupFolders } from '../../load/box/container-usage.ts';
import type { Container, LoadStack } from '../../load/box/load-stack.ts';

/** Takes 4 MiB at a time and writes to it, from the first line on its standard input on. */
const HOG = `const held = [];
process.stdin.once('data', () => setInterval(() => held.push(Buffer.alloc(4 * 2 ** 20, 1)), 5));`;
const GIVE_UP_MS = 30_000;

/** Resolves when the service has been killed. @throws if it was not within half a minute */
export async function exhaustMemory(stack: LoadStack, container: Container): Promise<void> {
  const pid = stack.inspect(container).State.Pid;
  const folders = cgroupFolders(pid);
  if (folders === undefined) throw new Error(`${container} is not running`);
  // Linux kills what is largest; here it is to be the service, not the hog.
  writeFileSync(`/proc/${pid}/oom_score_adj`, '1000');
  const hog = spawn(process.execPath, ['--eval', HOG], { stdio: ['pipe', 'ignore', 'ignore'] });
  try {
    writeFileSync(`${folders.memory}/cgroup.procs`, String(hog.pid));
    hog.stdin.write('go\n');
    await waitUntil(`the end of ${container}`, async () => !existsSync(`/proc/${pid}`), GIVE_UP_MS);
  } finally {
    hog.kill('SIGKILL');
  }
}
