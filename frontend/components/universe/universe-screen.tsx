'use client';

import { useEffect } from 'react';
import { universe as words } from '../../lib/universe/universe-strings.ts';
import { VIEWS } from '../../lib/universe/universe-url.ts';
import { useUniverse } from '../../lib/universe/use-universe.ts';
import { UniverseLegend } from './universe-legend.tsx';
import { UniverseList } from './universe-list.tsx';
import { UniversePanel } from './universe-panel.tsx';
import { UniverseSearch } from './universe-search.tsx';
import { UniverseStage } from './universe-stage.tsx';

const inField = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type=radio], [type=checkbox]), textarea, select') !== null;

/** Search, views, legend, and beside them what is selected. */
export function UniverseScreen() {
  const { store, state } = useUniverse();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
      if (document.documentElement.dataset.keys === 'off') return;
      if (event.key !== 'v') return;
      const views = VIEWS.filter((view) => view !== 'space' || !store.state.withoutSpace);
      const view = views[(views.indexOf(store.state.view) + 1) % views.length] ?? 'map';
      store.set({ view, said: { text: words.viewSaid[view] } });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store]);

  return (
    <>
      <div className="universe-tools">
        <UniverseSearch />
        <fieldset className="flex gap-1">
          <legend className="sr-only">{words.views}</legend>
          {VIEWS.map((view) => (
            <label
              key={view}
              className="choice chip relative"
              data-disabled={view === 'space' && state.withoutSpace}
            >
              <input
                type="radio"
                name="view"
                className="sr-only"
                value={view}
                checked={state.view === view}
                disabled={view === 'space' && state.withoutSpace}
                onChange={() => store.set({ view, said: { text: words.viewSaid[view] } })}
              />
              {words.view[view]}
            </label>
          ))}
        </fieldset>
      </div>
      {state.withoutSpace ? <p className="text-meta text-ink-2">{words.withoutSpace}</p> : null}
      <UniverseLegend />
      <div className="universe-body">
        {state.view === 'list' ? <UniverseList /> : <UniverseStage key={state.view} view={state.view} />}
        <UniversePanel />
      </div>
      <p role="status" className="sr-only">
        {state.said?.text}
      </p>
    </>
  );
}
