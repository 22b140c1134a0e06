/**
 * The process in which a file from anywhere meets the parsers and the image decoder: one book, then it ends.
 * It may read this program and that one file, and neither write, start programs, nor see the token
 * (read-book.ts starts it so).
 */
import { BookFileError } from '../formats/errors.ts';
import { formatOfFile } from '../formats/registry.ts';
import { toCover } from './cover.ts';
import type { FromReader, ToReader } from './read-book.ts';

function tell(message: FromReader): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

async function read({ file, name }: ToReader): Promise<void> {
  const format = await formatOfFile(file, name);
  const { cover: image, ...book } = await format.read(file, name);
  // Text first: a picture that kills the decoder costs the picture.
  await tell({ kind: 'book', book: { ...book, cover: undefined } });
  await tell({ kind: 'cover', cover: await toCover(image) });
}

process.once('message', (order: ToReader) => {
  read(order)
    .catch((error: unknown) => {
      if (error instanceof BookFileError) {
        return tell({ kind: 'refused', code: error.code, reason: error.reason, detail: error.detail });
      }
      const { message, code } = error as NodeJS.ErrnoException;
      return tell({ kind: 'failed', message, code });
    })
    .finally(() => process.exit());
});
// Without its parent the result has no receiver.
process.on('disconnect', () => process.exit(1));
