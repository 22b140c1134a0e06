/** Numbers, names and times as the pages write them. Pure; the language of the interface is English. */

const INTEGER = /* @__PURE__ */ new Intl.NumberFormat('en');
const LIST = /* @__PURE__ */ new Intl.ListFormat('en', { type: 'conjunction' });
const LANGUAGES = /* @__PURE__ */ new Intl.DisplayNames(['en'], { type: 'language' });

export function count(n: number): string {
  return INTEGER.format(n);
}

/** "1 book", "14 books". */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** 1 → "1st". */
export function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${count(n)}${suffix}`;
}

export function list(names: readonly string[]): string {
  return LIST.format(names);
}

/** 0..1 → "41%". */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** The language's English name; the code itself if it has none. */
export function languageName(code: string): string {
  try {
    return LANGUAGES.of(code) ?? code;
  } catch {
    return code;
  }
}

/** 41_200_000 → "41 MB" (decimal units). */
export function bytes(n: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = n < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(n) / 3));
  const value = n / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

/** 8_123 seconds → "2 h 15 min". */
export function duration(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  const minutes = Math.floor(s / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}

/** Milliseconds: "38 ms", "0.8 ms". */
export function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}
