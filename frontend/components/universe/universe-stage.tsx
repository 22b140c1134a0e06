'use client';

import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Stage } from '../../lib/universe/stage/stage.ts';
import { universe as words } from '../../lib/universe/universe-strings.ts';
import { useUniverse } from '../../lib/universe/use-universe.ts';
import { UniverseLocator } from './universe-locator.tsx';

/** Pixels of an arrow key, and what one press of plus does. */
const STEP_PX = 60;
const ZOOM_STEP = 1.35;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [STEP_PX, 0],
  ArrowRight: [-STEP_PX, 0],
  ArrowUp: [0, STEP_PX],
  ArrowDown: [0, -STEP_PX],
};

type AnyStage = Pick<Stage<unknown>, 'lookAt' | 'reset' | 'drag' | 'zoom' | 'stop'>;

/** The 3-D view or the map: canvas, names over it, and a button for everything that a pointer can do. */
export function UniverseStage({ view }: { view: 'space' | 'map' }) {
  const { store, state } = useUniverse();
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const outline = useRef<SVGPolygonElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const locator = useRef<HTMLCanvasElement>(null);
  const stage = useRef<AnyStage>(undefined);
  const lasso = useRef(false);
  const [lassoOn, setLassoOn] = useState(false);

  useEffect(() => {
    let stopped = false;
    let stop = () => {};
    const onLost = () => store.set({ withoutSpace: true, view: 'map', said: { text: words.withoutSpace } });
    // What moves comes when it is first needed: the list needs none of it.
    import('../../lib/universe/stage/start-stage.ts').then(({ startStage }) => {
      if (stopped || !host.current || !canvas.current || !labels.current || !outline.current) return;
      const started = startStage(view, {
        host: host.current,
        canvas: canvas.current,
        labels: labels.current,
        furniture: [buttons.current, locator.current].filter((piece) => piece !== null),
        outline: outline.current,
        store,
        onLost,
        isLasso: () => lasso.current,
        said: words.selected,
      });
      stage.current = started.stage;
      stop = started.stop;
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [store, view]);

  const selectedIndices = () =>
    store.state.selection.flatMap((id) => store.state.universe.indexOf.get(id) ?? []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const label = event.target instanceof HTMLElement ? event.target.dataset.theme : undefined;
    if (arrow) stage.current?.drag(...arrow);
    else if (event.key === '+' || event.key === '=') stage.current?.zoom(ZOOM_STEP);
    else if (event.key === '-') stage.current?.zoom(1 / ZOOM_STEP);
    else if (event.key === 'Home') stage.current?.lookAt([]);
    else if (event.key === 'Escape' && state.selection.length > 0) store.select([], false, words.selected);
    else if (event.key === ' ' && label) store.toggle(Number(label), words.selected);
    else return;
    event.preventDefault();
  };

  const onLabel = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    const theme = Number(button.dataset.theme);
    const domain = state.universe.domainOf.get(Number(button.dataset.domain));
    if (domain) stage.current?.lookAt(domain.themes);
    else if (event.ctrlKey || event.metaKey) store.toggle(theme, words.selected);
    else store.select([theme], false, words.selected);
  };

  return (
    <div className="universe-stage">
      <div
        ref={host}
        role="application"
        aria-label={words.stage}
        aria-describedby="universe-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is steered by keys
        tabIndex={0}
        className="universe-host"
        data-lasso={lassoOn || undefined}
        onKeyDown={onKeyDown}
      >
        <div aria-hidden="true">
          <canvas ref={canvas} className="universe-canvas" />
        </div>
        <svg className="universe-outline" aria-hidden="true">
          <polygon ref={outline} />
        </svg>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: its children are buttons, which keys click */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: one listener for all of them */}
        <div ref={labels} className="universe-labels" onClick={onLabel} />
      </div>
      <p id="universe-help" className="sr-only">
        {words.stageHelp}
      </p>
      <div ref={buttons} className="universe-buttons">
        <button type="button" aria-label={words.zoomIn} onClick={() => stage.current?.zoom(ZOOM_STEP)}>
          +
        </button>
        <button type="button" aria-label={words.zoomOut} onClick={() => stage.current?.zoom(1 / ZOOM_STEP)}>
          −
        </button>
        <button type="button" title={words.fitLabel} onClick={() => stage.current?.lookAt(selectedIndices())}>
          {words.fit}
        </button>
        <button type="button" onClick={() => stage.current?.reset()}>
          {words.reset}
        </button>
        <button
          type="button"
          aria-pressed={lassoOn}
          onClick={() => {
            lasso.current = !lassoOn;
            setLassoOn(!lassoOn);
          }}
        >
          {words.lasso}
        </button>
      </div>
      <UniverseLocator canvas={locator} />
    </div>
  );
}
