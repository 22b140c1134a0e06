/**
 * The process in which a file from anywhere meets the parsers and the image decoder: one book, then it ends.
 * It may read this program and that one file, and neither write, start programs, nor see the token
 * (read-book.ts starts it so).
 */
import { EpubError } from '../formats/epub/errors.ts';
import { EPUB_LIMITS } from '../formats/epub/limits.ts';
import { parseEpub } from '../formats/epub/parse.ts';
import { toCover } from './cover.ts';
import type { FromReader, ToReader } from './read-book.ts';

function tell(message: FromReader): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

async function read({ file, name }: ToReader): Promise<void> {
  const { cover: image, ...book } = await parseEpub(file, EPUB_LIMITS, name);
  // Text first: a picture that kills the decoder costs the picture.
  await tell({ kind: 'book', book: { ...book, cover: undefined } });
  await tell({ kind: 'cover', cover: await toCover(image) });
}

process.once('message', (order: ToReader) => {
  read(order)
    .catch((error: unknown) => {
      if (error instanceof EpubError)
        return tell({ kind: 'refused', code: error.code, detail: error.detail });
      const { message, code } = error as NodeJS.ErrnoException;
      return tell({ kind: 'failed', message, code });
    })
    .finally(() => process.exit());
});
// Without its parent nobody would hear the result.
process.on('disconnect', () => process.exit(1));
