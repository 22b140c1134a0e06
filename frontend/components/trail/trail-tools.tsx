import { trail as words } from '../../lib/trail-strings.ts';
import { anotherWay, type TrailState, trailTextUrl, trailUrl } from '../../lib/trail-url.ts';
import { CopyLink } from '../copy-link.tsx';
import { Icon } from '../icon.tsx';

/** Another way between the same ends, and the trail to keep: as a link, as Markdown, as XHTML. */
export function TrailTools({ state }: { state: TrailState }) {
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
        <li>
          <a
            href={trailTextUrl(state, 'markdown')}
            download="trail.md"
            aria-label={words.keep(words.markdown)}
            className="button"
          >
            {words.markdown}
          </a>
        </li>
        <li>
          <a
            href={trailTextUrl(state, 'html')}
            download="trail.xhtml"
            aria-label={words.keep(words.html)}
            className="button"
          >
            {words.html}
          </a>
        </li>
      </ul>
      <p className="flex flex-wrap gap-x-4 text-meta text-ink-3">
        {state.seed > 0 ? (
          <span>
            {words.way(state.seed)} ·{' '}
            <a
              href={trailUrl({ ...state, seed: 0 })}
              data-stay
              className="link inline-flex min-h-6 items-center"
            >
              {words.best}
            </a>
          </span>
        ) : null}
        {state.drop.length > 0 ? (
          <span>
            {words.dropped(state.drop.length)} ·{' '}
            <a
              href={trailUrl({ ...state, drop: [] })}
              data-stay
              className="link inline-flex min-h-6 items-center"
            >
              {words.undrop}
            </a>
          </span>
        ) : null}
      </p>
    </div>
  );
}
