'use client';

import { lazy, Suspense, useState } from 'react';
import { toast } from '../../lib/shell/toast.ts';
import { universe as words } from '../../lib/universe/universe-strings.ts';
import { placeUrl } from '../../lib/universe/universe-url.ts';
import { useUniverse } from '../../lib/universe/use-universe.ts';

// What is selected is not there at first, and neither is what tells about it.
const ThemeSummary = lazy(() => import('./theme-summary.tsx').then((m) => ({ default: m.ThemeSummary })));
const SelectionSummary = lazy(() =>
  import('./selection-summary.tsx').then((m) => ({ default: m.SelectionSummary })),
);

/** Heights of the sheet on a phone, lowest first. */
const STOPS = ['low', 'half', 'full'] as const;

/** Beside the stage, on a phone a sheet below it: one theme, several, what was found, or how to begin. */
export function UniversePanel() {
  const { store, state } = useUniverse();
  const [stop, setStop] = useState(0);
  const { selection, universe, matches } = state;
  const [only] = selection;
  const copyLink = async () => {
    const url = `${location.origin}${placeUrl(store.place())}`;
    await navigator.clipboard.writeText(url).then(
      () => toast({ text: words.copied }),
      () => toast({ text: url }),
    );
  };
  return (
    <aside className="universe-panel" aria-label={words.panel} data-stop={STOPS[stop]}>
      <div className="universe-grip">
        <button
          type="button"
          aria-label={words.sheet.taller}
          disabled={stop === STOPS.length - 1}
          onClick={() => setStop(stop + 1)}
        >
          ▴
        </button>
        <span>
          {selection.length > 0 ? words.selected(selection.length) : words.shown(universe.themes.length)}
        </span>
        <button
          type="button"
          aria-label={words.sheet.lower}
          disabled={stop === 0}
          onClick={() => setStop(stop - 1)}
        >
          ▾
        </button>
      </div>
      {selection.length > 0 ? (
        <p className="flex flex-wrap gap-2">
          <button type="button" className="chip" onClick={() => store.select([], false, words.selected)}>
            {words.clearSelection}
          </button>
          <button type="button" className="chip" onClick={copyLink}>
            {words.copyLink}
          </button>
        </p>
      ) : null}
      <Suspense>
        {selection.length === 1 && only !== undefined ? <ThemeSummary key={only} id={only} /> : null}
        {selection.length > 1 ? <SelectionSummary /> : null}
      </Suspense>
      {state.nothingClose ? <p>{words.nothingClose}</p> : null}
      {matches ? (
        <section>
          <h2 className="section-heading">{state.nothingClose ? words.matchesFar : words.matchesTitle}</h2>
          <ul className="grid gap-1">
            {[...matches.keys()].slice(0, 12).map((id) => {
              const index = universe.indexOf.get(id);
              const theme = index === undefined ? undefined : universe.themes[index];
              if (!theme || index === undefined) return null;
              return (
                <li key={id}>
                  <button
                    type="button"
                    className="link min-h-8 text-start"
                    onClick={() => {
                      store.select([id], false, words.selected);
                      store.onLookAt([index]);
                    }}
                  >
                    {theme.label}
                  </button>
                </li>
              );
            })}
          </ul>
          <button
            type="button"
            className="button mt-2"
            onClick={() => store.select([...matches.keys()], false, words.selected)}
          >
            {words.selectMatches}
          </button>
        </section>
      ) : null}
      {selection.length === 0 && !matches && !state.nothingClose ? (
        <>
          <p className="text-ink-2 pointer-coarse:hidden">{words.help}</p>
          <p className="text-ink-2 not-pointer-coarse:hidden">{words.helpTouch}</p>
        </>
      ) : null}
    </aside>
  );
}
