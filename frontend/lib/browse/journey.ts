/** A book from start to end as runs of cells that speak of the same theme. Pure. */
import type { Journey } from '../model.ts';

export interface JourneyRun {
  /** 0 where no theme stands out. */
  themeId: number;
  label: string;
  domainId: number;
  /** Part of the book, 0..1. */
  from: number;
  to: number;
  /** Where it begins. */
  section: number;
  start: number;
}

/** Cells side by side with the same strongest theme are one run. */
export function journeyRuns(journey: Pick<Journey, 'cells' | 'themes'>): JourneyRun[] {
  const labels = new Map(journey.themes.map((theme) => [theme.id, theme.label]));
  const runs: JourneyRun[] = [];
  for (const [i, cell] of journey.cells.entries()) {
    const to = journey.cells[i + 1]?.position ?? 1;
    const last = runs.at(-1);
    if (last && last.themeId === cell.themeId) last.to = to;
    else {
      runs.push({
        themeId: cell.themeId,
        label: labels.get(cell.themeId) ?? '',
        domainId: cell.domainId,
        from: cell.position,
        to,
        section: cell.section,
        start: cell.start,
      });
    }
  }
  return runs;
}
