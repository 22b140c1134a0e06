/** `libtrails delete BOOK`. */
import { dataFolder } from '../data-folder.ts';
import { deleteThroughService } from '../library-service.ts';
import { json } from '../output.ts';
import { libraryPart } from '../parts.ts';

interface DeleteFlags {
  data?: string;
  json?: boolean;
  to?: string;
  token?: string;
}

export async function deleteBook(name: string, flags: DeleteFlags): Promise<void> {
  const { deleteFromFolder, findBook } = await libraryPart(
    () => import('@libtrails/retrieval/store/sqlite/upkeep/delete-from-folder'),
  );
  const folder = dataFolder(flags.data);
  const book = findBook(folder, name);
  const done = deleteFromFolder(folder, book.id);
  // In use: the service has the only writing connection, and must drop the book from memory as well.
  if (!done) await deleteThroughService(book, flags);
  if (flags.json) {
    console.log(json({ deleted: book }));
    return;
  }
  console.log(`Deleted: ${book.title} (book ${book.id}, ${book.fileName}).`);
  console.log(
    'Its file was not touched. While it is in the folder of books, the next run brings the book back.',
  );
}
