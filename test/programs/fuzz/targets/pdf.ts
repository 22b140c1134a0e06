/** Broken PDFs → a book, or a refusal. PDFium's memory is thrown away with each of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BookFileError } from '@libtrails/indexer/formats/errors';
import { parsePdf } from '@libtrails/indexer/formats/pdf/parse';
import { makePdf, textOf } from '@libtrails/indexer/formats/pdf/pdf.test-support';
import { checkBlocks } from '../check-blocks.ts';
import { mutateBytes, mutateText } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

const PIECES =
  '<<|>>|[|]|(|)|obj|endobj|stream|endstream|xref|trailer|startxref|%%EOF|/Type|/Page|/Pages|/Kids [1 0 R]|/Count -1|/Count 99999999|/MediaBox [0 0 1e9 1e9]|/Rotate 90|/Contents 4 0 R|/Length 0|/Filter /FlateDecode|/Encrypt 1 0 R|/OpenAction|/S /JavaScript /JS (app.alert\\(1\\))|/Outlines 1 0 R|/First 1 0 R|/Next 1 0 R|/Parent 1 0 R|/Prev 0|BT|ET|Tj|Td|Tm|/F1 12 Tf|1 0 0 1 0 0 cm|-1|0 R|\u0000'.split(
    '|',
  );

export const open: OpenTarget = () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-fuzz-pdf-'));
  const path = join(folder, 'a.pdf');
  const page = {
    content: textOf(['Some words to read,', 'and some that are divi-', 'ded at the end of a line.']),
  };
  const good = makePdf([page, { ...page, picture: true }, page], {
    catalog: '/Outlines 11 0 R /PageLabels << /Nums [0 << /S /r >>] >>',
    more: [
      '<< /First 12 0 R /Last 12 0 R /Count 1 >>',
      '<< /Title (One) /Parent 11 0 R /Dest [5 0 R /XYZ 0 700 0] >>',
    ],
  });
  return {
    async run(random) {
      const bytes = random.oneIn(2)
        ? mutateBytes(good, random)
        : Buffer.from(mutateText(good.toString('latin1'), PIECES, random), 'latin1');
      writeFileSync(path, bytes);
      try {
        const { sections } = await parsePdf(path, 'a.pdf');
        checkBlocks(sections.flatMap(({ blocks }) => blocks));
      } catch (error) {
        if (!(error instanceof BookFileError)) throw error;
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
