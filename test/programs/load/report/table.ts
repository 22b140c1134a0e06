/** Tables as Markdown, which is read in a terminal as well. */

/** Columns whose cells are all figures are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const widths = head.map((title, i) =>
    Math.max(title.length, 3, ...cells.map((row) => (row[i] ?? '').length)),
  );
  const right = head.map((_, i) => i > 0 && cells.every((row) => /^[-–\d]/.test(row[i] ?? '')));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (right[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join(' | ')} |`;
  const rule = widths.map((width, i) => (right[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(head), line(rule), ...cells.map(line)].join('\n');
}

/** 12.3, 123, 1,234. */
export function round(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toFixed(1)));
}

/** Bytes as MB, 10^6. */
export function megabytes(bytes: number): string {
  return round(bytes / 1e6);
}
