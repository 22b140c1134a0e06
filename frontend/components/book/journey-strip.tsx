import type { CSSProperties } from 'react';
import { bookPage } from '../../lib/browse/browse-strings.ts';
import { domainHue } from '../../lib/browse/hue.ts';
import { journeyRuns } from '../../lib/browse/journey.ts';
import { percent } from '../../lib/format.ts';
import { themeUrl } from '../../lib/links.ts';
import type { Journey } from '../../lib/model.ts';
import { readUrl } from '../../lib/reader/place-links.ts';

const HEIGHT = 28;
const WIDTH = 1_000;

/** The book from start to end, coloured by the strongest theme's domain; each stretch opens the text there. */
export function JourneyStrip({ bookId, journey }: { bookId: number; journey: Journey }) {
  const runs = journeyRuns(journey);
  if (runs.every((run) => run.themeId === 0)) return null;
  const href = (run: (typeof runs)[number]) =>
    readUrl(bookId, run.section, { start: run.start, end: run.start + 1, text: '' });
  return (
    <figure aria-label={bookPage.journeyLabel} className="journey">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-7 w-full"
        aria-hidden="true"
      >
        {runs.map((run) => {
          const span = bookPage.journeySpan(percent(run.from), percent(run.to));
          return (
            <a key={run.from} href={href(run)} tabIndex={-1}>
              <title>{`${span}: ${run.label || bookPage.quiet}`}</title>
              <rect
                x={Math.round(run.from * WIDTH)}
                width={Math.max(1, Math.round((run.to - run.from) * WIDTH) - 1)}
                height={HEIGHT}
                className={run.themeId === 0 ? 'quiet-fill' : 'hue-fill'}
                style={{ '--hue': domainHue(run.domainId) } as CSSProperties}
              />
            </a>
          );
        })}
      </svg>
      <figcaption>
        <details>
          <summary className="link inline-flex min-h-9 items-center">{bookPage.journeyText}</summary>
          <ol className="mt-1 gap-x-10 sm:columns-2">
            {runs.map((run) => (
              <li key={run.from} className="flex break-inside-avoid items-baseline gap-3 py-1">
                <a href={href(run)} className="link min-w-[11ch] shrink-0 text-meta">
                  {bookPage.journeySpan(percent(run.from), percent(run.to))}
                </a>
                {run.themeId === 0 ? (
                  <span className="text-ink-3">{bookPage.quiet}</span>
                ) : (
                  <a href={themeUrl(run.themeId)} className="quiet-link">
                    {run.label}
                  </a>
                )}
              </li>
            ))}
          </ol>
        </details>
      </figcaption>
    </figure>
  );
}
