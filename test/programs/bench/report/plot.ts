/** Latency against library size as an SVG: both axes logarithmic, readable on light and dark ground. */

export interface Series {
  name: string;
  /** CSS class: which colour, dashed or not. */
  style: 'ours' | 'seven' | 'six';
  /** Topics and milliseconds, by ascending size: p50, and p95 for the band. */
  points: readonly { topics: number; p50: number; p95: number }[];
}

const WIDTH = 720;
const HEIGHT = 420;
const MARGIN = { left: 84, right: 24, top: 52, bottom: 52 };

const STYLE = `
  svg { font: 13px system-ui, sans-serif; --ink: #222; --rule: #ddd; --ground: #fff; --ours: #0b7a4b; --seven: #b3261e; --six: #8a5a00; }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #e6e6e6; --rule: #3a3a3a; --ground: #16181a; --ours: #4cc38a; --seven: #ff8a80; --six: #e5b567; }
  }
  .ground { fill: var(--ground); } text { fill: var(--ink); } .rule { stroke: var(--rule); }
  .line { fill: none; stroke-width: 2.5; } .band { stroke: none; opacity: .16; }
  .ours { stroke: var(--ours); fill: var(--ours); } .seven { stroke: var(--seven); fill: var(--seven); }
  .six { stroke: var(--six); fill: var(--six); } .line.six { stroke-dasharray: 6 4; } .line { fill: none; }
  .label { stroke: none; } .title { font-weight: 600; font-size: 15px; }`;

/** The plot; lines are p50, bands reach up to p95. */
export function latencyPlot(title: string, series: readonly Series[]): string {
  const all = series.flatMap(({ points }) => points);
  const sizes = all.map(({ topics }) => topics);
  const x = logScale(Math.min(...sizes), Math.max(...sizes), MARGIN.left, WIDTH - MARGIN.right);
  const low = 10 ** Math.floor(Math.log10(Math.min(...all.map((p) => p.p50))));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...all.map((p) => p.p95))));
  const y = logScale(low, high, HEIGHT - MARGIN.bottom, MARGIN.top);
  const parts: string[] = [];
  for (let tick = low; tick <= high; tick *= 10) {
    const at = y(tick);
    parts.push(
      `<line class="rule" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${at}" y2="${at}"/>`,
      `<text x="${MARGIN.left - 8}" y="${at + 4}" text-anchor="end">${tick.toLocaleString('en')} ms</text>`,
    );
  }
  for (const topics of [...new Set(sizes)]) {
    parts.push(
      `<text x="${x(topics)}" y="${HEIGHT - MARGIN.bottom + 20}" text-anchor="middle">${short(topics)}</text>`,
    );
  }
  series.forEach(({ name, style, points }, i) => {
    const along = (of: 'p50' | 'p95') => points.map((p) => `${x(p.topics)},${y(p[of])}`);
    const band = [...along('p50'), ...along('p95').reverse()].join(' ');
    parts.push(
      `<polygon class="band ${style}" points="${band}"/>`,
      `<polyline class="line ${style}" points="${along('p50').join(' ')}"/>`,
      ...points.map(
        (p) =>
          `<circle class="${style}" cx="${x(p.topics)}" cy="${y(p.p50)}" r="3.5"><title>${name}, ${short(p.topics)} topics: p50 ${p.p50} ms, p95 ${p.p95} ms</title></circle>`,
      ),
      `<text class="label ${style}" x="${MARGIN.left + 12}" y="${MARGIN.top + 16 + 18 * i}">${name}</text>`,
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<style>${STYLE}</style>
<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>
<text class="title" x="${MARGIN.left}" y="28">${title}</text>
<text x="${(WIDTH + MARGIN.left) / 2}" y="${HEIGHT - 10}" text-anchor="middle">topics in the library (line: p50, band: up to p95)</text>
${parts.join('\n')}
</svg>
`;
}

/** Pixels of a value, to a tenth. */
function logScale(low: number, high: number, from: number, to: number): (value: number) => number {
  const span = Math.log(high) - Math.log(low) || 1;
  return (value) => Math.round((from + ((Math.log(value) - Math.log(low)) / span) * (to - from)) * 10) / 10;
}

function short(topics: number): string {
  return topics >= 1_000_000 ? `${topics / 1_000_000}M` : `${Math.round(topics / 1_000)}K`;
}
