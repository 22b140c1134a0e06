/** The drawings on the covers: plain geometry, one for each book, as SVG elements on a plate of 600 × 560. */

export interface Palette {
  ground: string;
  ink: string;
  accent: string;
}

export type Motif = (palette: Palette) => string;

/** Pixels. */
export const MOTIF_HEIGHT = 560;
const W = 600;
const H = MOTIF_HEIGHT;

export const MOTIFS: Readonly<Record<string, Motif>> = {
  rain,
  scales,
  soundings,
  changes,
  tin,
  boundary,
  fringes,
  field,
  loaf,
  comb,
  streets,
  moons,
};

const n = (value: number) => String(Math.round(value * 100) / 100);

function circle(x: number, y: number, r: number, paint: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${paint}/>`;
}

function line(x1: number, y1: number, x2: number, y2: number, paint: string): string {
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" ${paint}/>`;
}

function rect(x: number, y: number, w: number, h: number, paint: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" ${paint}/>`;
}

function curve(points: readonly (readonly [number, number])[], paint: string): string {
  return `<path d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}" ${paint}/>`;
}

function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** A sun by decree, and the rain that falls all the same. */
function rain({ ink, accent }: Palette): string {
  const strokes = times(14, (row) =>
    times(22, (col) => {
      const x = col * 30 + (row % 2) * 15 - 10;
      const y = row * 42 - 8;
      const inSun = Math.hypot(x - 300, y + 12 - 270) < 148;
      return inSun ? '' : line(x + 6, y, x - 2, y + 26, `stroke="${ink}" stroke-width="2.5" opacity="0.75"`);
    }).join(''),
  );
  return strokes.join('') + circle(300, 270, 126, `fill="${accent}"`);
}

/** Overlapping scales, one of them missing. */
function scales({ ground, ink, accent }: Palette): string {
  const size = 50;
  const rows = times(13, (up) => {
    const row = 12 - up;
    return times(8, (col) => {
      const x = col * size * 2 + (row % 2) * size - size;
      const y = row * size * 0.92 - 30;
      const bare = row === 5 && col === 4;
      const fill = bare ? accent : ground;
      const ribs = bare ? [] : [0.66, 0.33];
      return (
        circle(x, y, size, `fill="${fill}" stroke="${ink}" stroke-width="3"`) +
        ribs.map((r) => circle(x, y, size * r, `fill="none" stroke="${ink}" stroke-width="1.5"`)).join('')
      );
    }).join('');
  });
  return rows.join('');
}

/** Swell above, and soundings going down to a bottom that rises. */
function soundings({ ink, accent }: Palette): string {
  const waves = times(4, (row) =>
    curve(
      times(61, (i) => [i * 10, 120 + row * 17 + 13 * Math.sin(i / 4.2 + row * 0.9)] as const),
      `fill="none" stroke="${ink}" stroke-width="3"`,
    ),
  );
  const bottom = (x: number) => 520 - 130 * (x / W) ** 1.5 + 16 * Math.sin(x / 46);
  const lines = times(11, (i) => {
    const x = 50 + i * 50;
    return (
      line(x, 205, x, bottom(x) - 12, `stroke="${ink}" stroke-width="1.5" stroke-dasharray="2 9"`) +
      circle(x, bottom(x) - 8, i === 8 ? 9 : 4.5, `fill="${i === 8 ? accent : ink}"`)
    );
  });
  const ground = curve(
    times(61, (i) => [i * 10, bottom(i * 10)] as const),
    `fill="none" stroke="${ink}" stroke-width="3"`,
  );
  return circle(442, 62, 30, `fill="${accent}"`) + waves.join('') + lines.join('') + ground;
}

/** Plain Bob Minimus: four bells through their twenty-four changes, drawn as ringers draw them. */
function changes({ ink, accent }: Palette): string {
  const rows = plainBob();
  const step = 18.5;
  const paths = [3, 2, 0, 1].map((bell) => {
    const points = rows.map((row, i) => [126 + row.indexOf(bell) * 116, 58 + i * step] as const);
    const paint = bell === 1 ? `stroke="${accent}" stroke-width="9"` : `stroke="${ink}" stroke-width="3"`;
    return curve(points, `fill="none" stroke-linejoin="round" stroke-linecap="round" ${paint}`);
  });
  return paths.join('');
}

function plainBob(): number[][] {
  const swap = (row: number[], places: number[]) => {
    const next = [...row];
    for (const p of places) [next[p], next[p + 1]] = [row[p + 1]!, row[p]!];
    return next;
  };
  const rows = [[0, 1, 2, 3]];
  for (let change = 1; change <= 24; change++) {
    const atLeadEnd = change % 8 === 0;
    rows.push(swap(rows.at(-1)!, change % 2 === 1 ? [0, 2] : atLeadEnd ? [2] : [1]));
  }
  return rows;
}

/** A box of cards, one of them pulled up. */
function tin({ ground, ink, accent }: Palette): string {
  const cards = times(9, (i) => {
    const y = 150 + i * 27;
    const lifted = i === 4;
    const top = lifted ? y - 86 : y;
    const x = 120 + ((i * 37) % 19);
    const fill = lifted ? accent : ground;
    const ruled = lifted
      ? times(3, (k) =>
          line(
            x + 30,
            top + 26 + k * 20,
            x + 210 + (k % 2) * 60,
            top + 26 + k * 20,
            `stroke="${ground}" stroke-width="3"`,
          ),
        )
      : [];
    return rect(x, top, 342, 500 - top, `fill="${fill}" stroke="${ink}" stroke-width="3"`) + ruled.join('');
  });
  return (
    cards.join('') +
    rect(92, 386, 416, 150, `fill="${ink}"`) +
    rect(92, 386, 416, 26, `fill="${ground}" opacity="0.22"`) +
    circle(300, 470, 21, `fill="none" stroke="${ground}" stroke-width="4"`)
  );
}

/** Two kinds of examples and the line that was learnt between them. */
function boundary({ ink, accent }: Palette): string {
  const edge = (x: number) => 290 + 118 * Math.sin(x / 118 + 0.6) - 0.12 * (x - 300);
  // A fixed quasi-random sequence (additive recurrence of the plastic number) spreads the dots evenly.
  const dots = times(150, (i) => {
    const x = 24 + ((0.5 + (i + 1) * 0.7548776662) % 1) * (W - 48);
    const y = 24 + ((0.5 + (i + 1) * 0.569840291) % 1) * (H - 48);
    const gap = y - edge(x);
    if (Math.abs(gap) < 17) return '';
    return gap > 0
      ? circle(x, y, 8, `fill="${accent}"`)
      : circle(x, y, 7, `fill="none" stroke="${ink}" stroke-width="3"`);
  });
  const learnt = curve(
    times(61, (i) => [i * 10, edge(i * 10)] as const),
    `fill="none" stroke="${ink}" stroke-width="5"`,
  );
  return dots.join('') + learnt;
}

/** Rings from two slits, crossing. */
function fringes({ ink, accent }: Palette): string {
  const rings = [200, 400].flatMap((x) =>
    times(26, (i) =>
      circle(x, 0, 24 + i * 24, `fill="none" stroke="${ink}" stroke-width="4.5" opacity="0.62"`),
    ),
  );
  const screen = times(13, (i) => {
    const fromMiddle = i - 6;
    const r = 15 * Math.abs(Math.cos((fromMiddle * Math.PI) / 2.0)) * Math.exp(-(fromMiddle ** 2) / 30) + 3;
    return circle(300 + fromMiddle * 44, 516, r, `fill="${accent}"`);
  });
  return rings.join('') + screen.join('');
}

/** A small square field inside a great deal of weather. */
function field({ ground, ink, accent }: Palette): string {
  const sky = times(35, (i) =>
    line(0, 16 * i + 8, W, 16 * i + 8, `stroke="${ink}" stroke-width="2" opacity="0.55"`),
  );
  const furrows = times(8, (i) =>
    line(206 + i * 27, 196, 206 + i * 27, 384, `stroke="${ground}" stroke-width="5"`),
  );
  return (
    sky.join('') +
    rect(152, 142, 296, 296, `fill="${ground}"`) +
    rect(180, 170, 240, 240, `fill="${accent}"`) +
    furrows.join('') +
    rect(164, 154, 272, 272, `fill="none" stroke="${ink}" stroke-width="5"`)
  );
}

/** A round loaf from above, scored, on a scatter of salt. */
function loaf({ ground, ink, accent }: Palette): string {
  const salt = times(230, (i) => {
    const x = ((0.5 + (i + 1) * 0.7548776662) % 1) * W;
    const y = ((0.5 + (i + 1) * 0.569840291) % 1) * H;
    if (Math.hypot(x - 300, y - 285) < 226) return '';
    return `<rect x="${n(x)}" y="${n(y)}" width="5" height="5" fill="${ink}" transform="rotate(${(i * 47) % 90} ${n(x)} ${n(y)})"/>`;
  });
  const rings = times(6, (i) =>
    circle(300, 285, 186 - i * 27, `fill="none" stroke="${ground}" stroke-width="2" opacity="0.5"`),
  );
  const slashes = times(4, (i) => {
    const x = 192 + i * 72;
    const reach = Math.sqrt(150 ** 2 - (x - 300) ** 2);
    return `<path d="M${x - 16} ${n(285 - reach)}Q${x + 34} 285 ${x - 16} ${n(285 + reach)}Q${x + 8} 285 ${x - 16} ${n(285 - reach)}Z" fill="${ground}"/>`;
  });
  return salt.join('') + circle(300, 285, 200, `fill="${accent}"`) + rings.join('') + slashes.join('');
}

/** Comb, some of it filled and capped. */
function comb({ ground, ink, accent }: Palette): string {
  const r = 50;
  const hexagon = (x: number, y: number, size: number, paint: string) =>
    `<path d="M${times(6, (k) => {
      const turn = ((k * 60 + 30) * Math.PI) / 180;
      return `${n(x + size * Math.cos(turn))} ${n(y + size * Math.sin(turn))}`;
    }).join('L')}Z" ${paint}/>`;
  const cells = times(9, (row) =>
    times(8, (col) => {
      const x = col * r * Math.sqrt(3) + (row % 2) * r * (Math.sqrt(3) / 2) - 6;
      const y = row * r * 1.5 - 24;
      const depth = y - 0.35 * x;
      const fill = depth < 60 ? accent : depth < 250 ? ink : ground;
      const frame = fill === ground ? `stroke="${ink}" stroke-width="3"` : '';
      return hexagon(x, y, r - 5, `fill="${fill}" ${frame}`);
    }).join(''),
  );
  return cells.join('');
}

/** Streets of three centuries, a way through them, and the place where it stops. */
function streets({ ground, ink, accent }: Palette): string {
  const old = times(9, (i) => {
    const turn = (i * 40 * Math.PI) / 180 + 0.2;
    return line(
      210 + 52 * Math.cos(turn),
      200 + 52 * Math.sin(turn),
      210 + 900 * Math.cos(turn),
      200 + 900 * Math.sin(turn),
      `stroke="${ink}" stroke-width="9"`,
    );
  });
  const walls = [52, 112, 178, 250].map((r) =>
    circle(210, 200, r, `fill="none" stroke="${ink}" stroke-width="${r === 178 ? 16 : 7}"`),
  );
  const blocks = times(5, (row) =>
    times(5, (col) => rect(322 + col * 58, 318 + row * 54, 46, 42, `fill="${ink}"`)).join(''),
  );
  const way = curve(
    [
      [210, 200],
      [260, 208],
      [318, 254],
      [316, 312],
      [374, 312],
      [374, 420],
      [432, 420],
      [432, 474],
      [488, 474],
    ],
    `fill="none" stroke="${accent}" stroke-width="10" stroke-linejoin="round" stroke-linecap="round"`,
  );
  return (
    old.join('') +
    walls.join('') +
    rect(304, 300, 320, 320, `fill="${ground}"`) +
    blocks.join('') +
    way +
    circle(488, 474, 17, `fill="${ground}" stroke="${accent}" stroke-width="9"`)
  );
}

/** A month of moons. */
function moons({ ground, ink, accent }: Palette): string {
  return times(30, (i) => {
    const x = 90 + (i % 6) * 84;
    const y = 82 + Math.floor(i / 6) * 98;
    const phase = i / 29.53;
    if (i === 0) return circle(x, y, 29, `fill="none" stroke="${ink}" stroke-width="1.5" opacity="0.6"`);
    const waxing = phase < 0.5;
    const bulge = Math.cos(2 * Math.PI * phase);
    const r = 30;
    const outer = `A${r} ${r} 0 0 ${waxing ? 1 : 0} ${x} ${y + r}`;
    const sweep = bulge > 0 === waxing ? 0 : 1;
    const inner = `A${n(Math.max(0.5, Math.abs(bulge) * r))} ${r} 0 0 ${sweep} ${x} ${y - r}`;
    const full = i === 15;
    return (
      circle(x, y, r, `fill="${ground}" stroke="${ink}" stroke-width="1" opacity="0.45"`) +
      `<path d="M${x} ${y - r}${outer}${inner}Z" fill="${full ? accent : ink}"/>`
    );
  }).join('');
}
