import { trail as words } from '../../lib/trail/trail-strings.ts';
import {
  anotherWay,
  type TrailState,
  trailFileName,
  trailTextUrl,
  trailUrl,
} from '../../lib/trail/trail-url.ts';
import { CopyLink } from '../ui/copy-link.tsx';
import { Icon } from '../ui/icon.tsx';

const TEXTS = [
  { format: 'markdown', extension: 'md' },
  { format: 'html', extension: 'xhtml' },
] as const;

/** Another way between the same ends, and the trail to keep: as a link, as Markdown, as a web page. */
export function TrailTools({ state, name }: { state: TrailState; name: string }) {
  return (
    <div className="trail-tools no-print">
      <ul aria-label={words.tools} className="flex flex-wrap items-center gap-2">
        <li>
          <a href={trailUrl(anotherWay(state))} data-stay aria-keyshortcuts="n" className="button">
            <Icon name="retry" className="size-4" />
            {words.another}
          </a>
        </li>
        <li>
          <CopyLink />
        </li>
        {TEXTS.map(({ format, extension }) => (
          <li key={format}>
            <a
              href={trailTextUrl(state, format)}
              download={trailFileName(name, extension)}
              className="button"
            >
              <Icon name="download" className="size-4" />
              <span>
                <span className="max-sm:sr-only">{words.keepAs} </span>
                {words[format]}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-4 text-meta text-ink-3">
        {state.seed > 0 ? (
          <Undo said={words.way(state.seed)} back={words.best} to={{ ...state, seed: 0 }} />
        ) : null}
        {state.drop.length > 0 ? (
          <Undo said={words.dropped(state.drop.length)} back={words.undrop} to={{ ...state, drop: [] }} />
        ) : null}
      </p>
    </div>
  );
}

/** What was asked for, and the way back to the trail without it. */
function Undo({ said, back, to }: { said: string; back: string; to: TrailState }) {
  return (
    <span>
      {said} ·{' '}
      <a href={trailUrl(to)} data-stay className="link inline-flex min-h-6 items-center">
        {back}
      </a>
    </span>
  );
}
