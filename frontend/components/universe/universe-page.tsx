'use client';

import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { UniverseStore } from '../../lib/universe/universe-store.ts';
import { universe as words } from '../../lib/universe/universe-strings.ts';
import { parsePlace, placeUrl, type View } from '../../lib/universe/universe-url.ts';
import { UniverseContext } from '../../lib/universe/use-universe.ts';
import { fetchUniverse } from '../../lib/upstream/universe-api.ts';

const VIEW_KEY = 'universe-view';
/** The address follows the state, but not sixty times a second. */
const WRITE_MS = 200;

/** The view that was chosen before; else 3-D, and the map where that asks too much. */
function usualView(): View {
  try {
    const chosen = localStorage.getItem(VIEW_KEY);
    if (chosen === 'space' || chosen === 'map' || chosen === 'list') return chosen;
  } catch {
    // Storage can be switched off.
  }
  return matchMedia('(width < 48rem), (prefers-reduced-motion: reduce)').matches ? 'map' : 'space';
}

/** Loads the themes, and keeps the address and the state in step. */
export function UniversePage() {
  const [store, setStore] = useState<UniverseStore>();
  const [shown, setShown] = useState<{ Screen: ComponentType }>();
  const [failed, setFailed] = useState(false);

  const load = useCallback(() => {
    setFailed(false);
    // The screen has nothing to show before the themes are there, so it comes along with them.
    Promise.all([fetchUniverse(), import('./universe-screen.tsx')]).then(
      ([universe, { UniverseScreen }]) => {
        setShown({ Screen: UniverseScreen });
        const place = parsePlace(new URLSearchParams(location.search));
        setStore(new UniverseStore(universe, place, place.view ?? usualView()));
      },
      () => setFailed(true),
    );
  }, []);
  useEffect(load, [load]);

  useEffect(() => {
    if (!store) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before = store.state;
    const write = () => {
      const url = placeUrl(store.place());
      if (url !== location.pathname + location.search) history.replaceState(history.state, '', url);
    };
    const unsubscribe = store.subscribe(() => {
      const { view } = store.state;
      if (view !== before.view && !store.state.withoutSpace) {
        try {
          localStorage.setItem(VIEW_KEY, view);
        } catch {
          // The choice then lasts as long as the page.
        }
      }
      before = store.state;
      clearTimeout(timer);
      timer = setTimeout(write, WRITE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store]);

  return (
    <div className="universe">
      <header className="universe-head">
        <h1 className="font-serif text-h2 font-semibold">{words.title}</h1>
        <p className="text-ui text-ink-2 max-md:hidden">{words.intro}</p>
      </header>
      {store && shown ? (
        store.state.universe.themes.length === 0 ? (
          <p className="prose text-body">{words.empty}</p>
        ) : (
          <UniverseContext value={store}>
            <shown.Screen />
          </UniverseContext>
        )
      ) : failed ? (
        <div role="alert">
          <p className="mb-3">{words.failed}</p>
          <button type="button" className="button" onClick={load}>
            {words.retry}
          </button>
        </div>
      ) : (
        <p className="universe-waiting" role="status">
          {words.loading}
        </p>
      )}
      <noscript>
        <a href="/themes" className="link">
          {words.toThemes}
        </a>
      </noscript>
    </div>
  );
}
