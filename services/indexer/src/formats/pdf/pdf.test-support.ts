/** Small PDFs for tests, written by hand: pages of Helvetica, or of whatever objects a test needs. */

export interface FixturePage {
  /** Operators of the content stream. */
  content: string;
  /** Entries of the page besides, such as "/Rotate 90". */
  extra?: string;
  /** It shows a picture. */
  picture?: boolean;
}

/** One line of text after another, from the top of the page. */
export function textOf(
  lines: readonly string[],
  { left = 72, top = 720, size = 12, leading = 15 } = {},
): string {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  return `BT /F1 ${size} Tf ${leading} TL ${left} ${top} Td\n${shown}\nET\n`;
}

/** @param catalog entries of the catalog besides; `shift`: added to all offsets of the table, which are wrong then */
export function makePdf(
  pages: readonly FixturePage[],
  { catalog = '', more = [] as string[], shift = 0 } = {},
): Buffer {
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
    ...pages.flatMap(({ content, extra = '', picture = false }, i) => {
      const drawn = picture ? `q 400 0 0 600 50 50 cm /I1 Do Q\n${content}` : content;
      const box = extra.includes('/MediaBox') ? '' : '/MediaBox [0 0 595 842]';
      return [
        `<< /Type /Page /Parent 2 0 R ${box} ${extra} /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
    ...more,
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at + shift;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length + shift;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
