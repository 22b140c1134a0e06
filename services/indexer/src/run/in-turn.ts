/** Work on a list of which the next item may begin before the one before has ended. */

/**
 * Does `work` for each item, `atOnce` at a time: an item is begun when the one before says so or has ended.
 * The first failure aborts `failed` and is thrown when all have ended.
 */
export async function inTurn<T>(
  items: readonly T[],
  atOnce: number,
  signal: AbortSignal,
  failed: AbortController,
  work: (item: T, onNext: () => void) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let failure: { error: unknown } | undefined;
  for (const item of items) {
    if (signal.aborted) break;
    const next = Promise.withResolvers<void>();
    const one = work(item, next.resolve)
      .catch((error: unknown) => {
        failure ??= { error };
        failed.abort();
      })
      .finally(() => {
        next.resolve();
        running.delete(one);
      });
    running.add(one);
    await next.promise;
    while (running.size >= atOnce) await Promise.race(running);
  }
  await Promise.all(running);
  if (failure !== undefined) throw failure.error;
  signal.throwIfAborted();
}
