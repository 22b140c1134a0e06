/** Starts the 3-D view or the map: the part of the universe that is loaded when a stage is first shown. */
import { type GestureParts, listenToGestures } from './gestures.ts';
import { mapLens } from './map-lens.ts';
import { makeMapRenderer } from './map-renderer.ts';
import { spaceLens } from './space-lens.ts';
import { makeSpaceRenderer } from './space-renderer.ts';
import { Stage, type StageParts } from './stage.ts';

export type StageElements = Pick<
  StageParts<unknown>,
  'host' | 'canvas' | 'labels' | 'furniture' | 'store' | 'onLost'
> &
  Pick<GestureParts<unknown>, 'outline' | 'isLasso' | 'said'>;

export type StartedStage = Pick<Stage<unknown>, 'lookAt' | 'reset' | 'drag' | 'zoom' | 'stop'>;

export function startStage(
  view: 'space' | 'map',
  elements: StageElements,
): { stage: StartedStage; stop: () => void } {
  return view === 'space'
    ? start(new Stage({ ...elements, view, lens: spaceLens, makeRenderer: makeSpaceRenderer }), elements)
    : start(new Stage({ ...elements, view, lens: mapLens, makeRenderer: makeMapRenderer }), elements);
}

function start<C>(stage: Stage<C>, elements: StageElements) {
  const end = listenToGestures({ ...elements, stage });
  return {
    stage,
    stop: () => {
      end();
      stage.stop();
    },
  };
}
