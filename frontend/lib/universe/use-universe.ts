'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { UniverseState, UniverseStore } from './universe-store.ts';

export const UniverseContext = createContext<UniverseStore | undefined>(undefined);

/** The store of the page and its present state. @throws Error outside the universe */
export function useUniverse(): { store: UniverseStore; state: UniverseState } {
  const store = useContext(UniverseContext);
  if (!store) throw new Error('useUniverse needs a UniverseContext');
  const state = useSyncExternalStore(
    store.subscribe,
    () => store.state,
    () => store.state,
  );
  return { store, state };
}
