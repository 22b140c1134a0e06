/** A service that restarts for a new version is away for seconds: a page waits for it rather than show an error. */
import type { Outcome } from '../errors/outcome.ts';

/** How long a page waits for a service that is away, in milliseconds. */
export const RESTART_MS = 10_000;
/** Between two questions to a service that refuses connections, in milliseconds. */
const PAUSE_MS = 200;

/** Repeats a read while the service is away, for up to `restartMs`; `ask` returns `away` if it did not answer. */
export async function throughRestart<T>(
  ask: () => Promise<Outcome<T>>,
  restartMs: number = RESTART_MS,
): Promise<Outcome<T>> {
  const end = Date.now() + restartMs;
  for (;;) {
    const outcome = await ask();
    if (outcome.ok || outcome.problem.away !== true || Date.now() >= end) return outcome;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
