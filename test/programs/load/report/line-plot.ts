/** A line plot as SVG that reads on light and on dark ground. */

export interface Series {
  name: string;
  /** In the order of x; a gap where y is not finite. */
  points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  title: string;
  x: string;
  y: string;
  series: readonly Series[];
  /** A line across at this height, with its meaning. */
  limit?: { y: number; name: string };
  /** Axes by powers of ten; values must be above 0. */
  logX?: boolean;
  logY?: boolean;
}

const WIDTH = 760;
const HEIGHT = 400;
const LEFT = 64;
const RIGHT = 150;
const TOP = 44;
const BOTTOM = 48;
/** Okabe and Ito (2008): told apart by colour-blind readers; each darker or lighter by ground. */
const LIGHT = ['#0072b2', '#d55e00', '#007f5f', '#a8518a', '#8a6d00', '#3a3a3a'];
const DARK = ['#56b4e9', '#ff8c42', '#2fc79b', '#e39bc8', '#f0e442', '#d0d0d0'];

interface Axis {
  at(value: number): number;
  ticks: readonly number[];
}

/** The plot as one SVG document. */
export function linePlot(plot: Plot): string {
  const points = plot.series.flatMap((series) => series.points);
  const xs = points.map(([x]) => x);
  const ys = [...points.map(([, y]) => y), ...(plot.limit ? [plot.limit.y] : [])].filter(Number.isFinite);
  const x = axis(xs, plot.logX === true, LEFT, WIDTH - RIGHT);
  const y = axis(plot.logY ? ys : [0, ...ys], plot.logY === true, HEIGHT - BOTTOM, TOP);
  const parts = [
    ...y.ticks.map((tick) => {
      const at = y.at(tick).toFixed(1);
      return (
        `<line class="grid" x1="${LEFT}" y1="${at}" x2="${WIDTH - RIGHT}" y2="${at}"/>` +
        `<text x="${LEFT - 8}" y="${at}" dy="4" text-anchor="end">${label(tick)}</text>`
      );
    }),
    ...x.ticks.map(
      (tick) =>
        `<text x="${x.at(tick).toFixed(1)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${label(tick)}</text>`,
    ),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${xml(plot.x)}</text>`,
    `<text x="${LEFT}" y="${TOP - 10}" text-anchor="start">${xml(plot.y)}</text>`,
    ...limitLine(plot, y),
    ...plot.series.map(
      (series, i) => `<path class="c${i % LIGHT.length}" d="${path(series.points, x, y)}"/>`,
    ),
    ...names(plot.series, y),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${xml(plot.title)}">`,
    `<style>${style()}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}" rx="6"/>`,
    `<text class="title" x="16" y="22">${xml(plot.title)}</text>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function style(): string {
  const colours = (list: readonly string[]) =>
    list.map((colour, i) => `path.c${i}{stroke:${colour}}text.c${i}{fill:${colour}}`).join('');
  return [
    'text{font:12px system-ui,sans-serif;fill:#444}.title{font-weight:600;font-size:14px;fill:#111}',
    '.ground{fill:#fff}.grid{stroke:#e3e3e3}.limit{stroke:#b00020;stroke-dasharray:5 4}',
    'path{fill:none;stroke-width:2;stroke-linejoin:round}',
    colours(LIGHT),
    '@media (prefers-color-scheme:dark){text{fill:#bbb}.title{fill:#eee}.ground{fill:#16181b}',
    `.grid{stroke:#333}.limit{stroke:#ff6b81}${colours(DARK)}}`,
  ].join('');
}

function limitLine({ limit }: Plot, y: Axis): string[] {
  if (limit === undefined) return [];
  const at = y.at(limit.y).toFixed(1);
  return [
    `<line class="limit" x1="${LEFT}" y1="${at}" x2="${WIDTH - RIGHT}" y2="${at}"/>`,
    `<text x="${LEFT + 6}" y="${at}" dy="-5">${xml(limit.name)}</text>`,
  ];
}

/** Each name at the end of its line, pushed apart where ends meet. */
function names(series: readonly Series[], y: Axis): string[] {
  const ends = series
    .map(({ name, points }, i) => {
      const last = points.findLast(([, value]) => Number.isFinite(value));
      return { name, i, at: last === undefined ? TOP : y.at(last[1]) };
    })
    .sort((a, b) => a.at - b.at);
  const LINE = 15;
  ends.forEach((end, i) => {
    if (i > 0) end.at = Math.max(end.at, ends[i - 1]!.at + LINE);
  });
  return ends.map(
    ({ name, i, at }) =>
      `<text class="c${i % LIGHT.length}" x="${WIDTH - RIGHT + 8}" y="${at.toFixed(1)}" dy="4">${xml(name)}</text>`,
  );
}

function path(points: Series['points'], x: Axis, y: Axis): string {
  let pen = 'M';
  let text = '';
  for (const [px, py] of points) {
    if (Number.isFinite(py)) {
      text += `${pen}${x.at(px).toFixed(1)} ${y.at(py).toFixed(1)}`;
      pen = 'L';
    } else pen = 'M';
  }
  return text;
}

/** Pixels from `from` to `to`, with ticks at round values. */
function axis(values: readonly number[], log: boolean, from: number, to: number): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values, log ? low * 10 : low + 1e-9);
  if (log) {
    const [a, b] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
    return {
      at: (value) => from + ((Math.log10(value) - a) / (b - a)) * (to - from),
      ticks: Array.from({ length: b - a + 1 }, (_, i) => 10 ** (a + i)),
    };
  }
  const step = roundStep((high - low) / 6);
  const start = Math.floor(low / step) * step;
  const end = Math.ceil(high / step) * step;
  return {
    at: (value) => from + ((value - start) / (end - start)) * (to - from),
    ticks: Array.from({ length: Math.round((end - start) / step) + 1 }, (_, i) => start + i * step),
  };
}

/** The least of 1, 2, 5 × 10^n that is not below. */
function roundStep(least: number): number {
  const unit = 10 ** Math.floor(Math.log10(least));
  return unit * ([1, 2, 5].find((factor) => factor * unit >= least * (1 - 1e-9)) ?? 10);
}

function label(value: number): string {
  return Number(value.toPrecision(6)).toLocaleString('en', { maximumFractionDigits: 3 });
}

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
}
