/** What is worked out from the whole library is kept until its next revision. */
import type { Changes } from './change.ts';

/** `read`, asked once for each store and revision. What it gives is shared: it is not to be changed. */
export function perRevision<S extends Pick<Changes, 'revision'>, T>(read: (store: S) => T): (store: S) => T {
  const known = new WeakMap<S, { revision: number; value: T }>();
  return (store) => {
    const revision = store.revision();
    let kept = known.get(store);
    if (kept?.revision !== revision) {
      kept = { revision, value: read(store) };
      known.set(store, kept);
    }
    return kept.value;
  };
}
